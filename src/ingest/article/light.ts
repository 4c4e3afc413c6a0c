/** A class of the library that makes trees, with what it gives to its elements. */
interface Class {
  readonly prototype: object;
}

/** A node of no more than a tree: there is nothing to tell anybody of. */
class Bare {}

/** What an element without a `style` is asked for: nothing is set. */
const unstyled = Object.freeze({ display: '', visibility: '' });

/** The class of an element and all that it stands on, the nearest first. */
function chainOf(element: object): readonly Class[] {
  const chain: Class[] = [];
  for (
    let at: unknown = element.constructor;
    at !== Function.prototype && at !== null;
    at = Object.getPrototypeOf(at)
  ) {
    chain.push(at as Class);
  }
  return chain;
}

/**
 * Takes from the trees of linkedom what costs half their time and is never asked for here: each node, letters and attributes
 * too, is entered with a list of listeners of its own into a weak map, which whoever collects garbage must look through;
 * and each element that is asked whether it is hidden gets a declaration of styles of its own. What is read of the trees is the same.
 *
 * @param element any element of the library
 * @returns whether it could be done: not where the library is built otherwise than the version that this was made for
 */
export function lighten(element: object): boolean {
  const chain = chainOf(element);
  const [listening, node] = [chain.at(-1), chain.at(-2)];
  const styled = chain.find((one) => Object.hasOwn(one.prototype, 'style'));
  const style = styled && Object.getOwnPropertyDescriptor(styled.prototype, 'style')?.get;
  if (!node || !style || !listening || !Object.hasOwn(listening.prototype, 'addEventListener')) return false;
  // What a class calls by `super()` is looked up when it is called.
  Object.setPrototypeOf(node, Bare);
  Object.defineProperty(styled.prototype, 'style', {
    configurable: true,
    get(this: { hasAttribute(name: string): boolean }): unknown {
      return this.hasAttribute('style') ? style.call(this) : unstyled;
    },
  });
  return true;
}
