"""The other side of bench/compare.ts: reads one task a line on standard input, answers one line of JSON.

Each answer has `ms`, the processor time of the work alone (loading of models and of the data not counted), and `result`.
"""

import json
import re
import sys
import time

cache = {}


def data(path):
    """What a file of JSON holds, read once."""
    if path not in cache:
        with open(path, encoding="utf-8") as file:
            cache[path] = json.load(file)
    return cache[path]


def versions(_):
    """Of what is installed: who asks for one comparison alone needs no more than that."""
    from importlib.metadata import PackageNotFoundError, version

    def installed(name):
        try:
            return version(name)
        except PackageNotFoundError:
            return "not installed"

    spacy = installed("spacy")
    model = pipeline("full").meta if spacy != "not installed" else None
    return {
        "python": sys.version.split()[0],
        "spacy": spacy,
        "model": f"{model['lang']}_{model['name']} {model['version']}" if model else "none",
        "trafilatura": installed("trafilatura"),
        "datasketch": installed("datasketch"),
    }


def pipeline(kind):
    """`full`: as it comes, with parser and lemmas. `lean`: sentences by the trained splitter, tags and names alone."""
    if kind not in cache:
        import spacy
        from importlib.metadata import entry_points

        name = next(e.name for e in entry_points(group="spacy_models") if e.name.startswith("en_core_web_sm"))
        nlp = spacy.load(name)
        if kind == "lean":
            for part in ("parser", "attribute_ruler", "lemmatizer"):
                nlp.disable_pipe(part)
            nlp.enable_pipe("senter")
        cache[kind] = nlp
    return cache[kind]


def spacy_task(task):
    nlp = pipeline(task["kind"])
    texts = data(task["file"])
    began = time.process_time()
    sentences = words = names = 0
    for doc in nlp.pipe(texts, batch_size=64):
        sentences += sum(1 for _ in doc.sents)
        words += len(doc)
        names += len(doc.ents)
    ms = (time.process_time() - began) * 1000
    return ms, {"sentences": sentences, "words": words, "names": names}


def trafilatura_task(task):
    import base64

    import trafilatura

    pages = data(task["file"])
    out = []
    ms = 0.0
    for page in pages:
        html = base64.b64decode(page["html"])
        began = time.process_time()
        try:
            found = trafilatura.bare_extraction(
                html, url=page["url"], include_comments=False, with_metadata=True, favor_precision=False
            )
        except Exception:  # A page that it fails on counts as one without a body.
            found = None
        ms += (time.process_time() - began) * 1000
        out.append({"text": (found and found.text) or "", "date": found and found.date})
    return ms, out


WORD = re.compile(r"[^\W_]+")


def datasketch_task(task):
    """Each report is put into an index of MinHashes; then the index is asked for those like each copy."""
    from datasketch import MinHash, MinHashLSH

    texts, copies = data(task["file"])["reports"], data(task["file"])["copies"]
    n = task["words"]
    began = time.process_time()

    def sketch(text):
        words = WORD.findall(text.lower())
        shingles = {" ".join(words[i : i + n]).encode() for i in range(max(1, len(words) - n + 1))}
        minhash = MinHash(num_perm=task["permutations"])
        minhash.update_batch(list(shingles))
        return minhash

    lsh = MinHashLSH(threshold=task["threshold"], num_perm=task["permutations"])
    for number, text in enumerate(texts):
        lsh.insert(number, sketch(text))
    sketches = [sketch(text) for text in copies]
    for number, minhash in enumerate(sketches):
        lsh.insert(len(texts) + number, minhash)
    found = [lsh.query(minhash) for minhash in sketches]
    return (time.process_time() - began) * 1000, found


TASKS = {"spacy": spacy_task, "trafilatura": trafilatura_task, "datasketch": datasketch_task}

for line in sys.stdin:
    task = json.loads(line)
    if task["task"] == "versions":
        ms, result = 0, versions(task)
    else:
        ms, result = TASKS[task["task"]](task)
    print(json.dumps({"ms": ms, "result": result}), flush=True)
