/**
 * How a dossier looks as a page: serif is the source's words, sans is ours; colour says who; the rest is ink. Light, dark
 * and printed.
 */
export const STYLE = `
:root{color-scheme:light dark;--paper:light-dark(#FBFBF9,#131518);--ink:light-dark(#14171A,#E7E8E5);--ink2:light-dark(#474D55,#B3B8BE);--ink3:light-dark(#626973,#8E959E);--rule:light-dark(#DDDFDB,#2C3036);--rule2:light-dark(#A9ADAA,#535961);
--sans:-apple-system,"Segoe UI",Inter,Roboto,"Noto Sans","Liberation Sans",system-ui,sans-serif;--serif:"Iowan Old Style",Charter,"Charis SIL",Cambria,Georgia,serif}
*{box-sizing:border-box}html{font-size:100%;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:.875rem/1.25rem var(--sans);font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
main{max-width:60rem;margin:0 auto;padding:2rem 1.5rem 4rem}
h1,h2,h3,h4,p,ol,blockquote,table{margin:0;padding:0}
h1{font-size:1.375rem;line-height:1.75rem;font-weight:650;letter-spacing:-.015em}
h2{font-size:1.125rem;line-height:1.5rem;font-weight:650;border-top:2px solid var(--ink);margin-top:3rem;padding-top:.5rem}
h3{font-size:1rem;line-height:1.375rem;font-weight:650;margin-top:2rem}
h4{font-size:.875rem;line-height:1.25rem;font-weight:650;margin-top:1.25rem;padding-top:.5rem;border-top:1px solid var(--rule)}
.lede{font-size:1.25rem;line-height:1.875rem;margin:.5rem 0;text-wrap:pretty}.note,small,.further{color:var(--ink3);font-size:.75rem;line-height:1rem}
.plain{margin-top:.25rem;max-width:46rem}
.bar{display:inline-block;width:.25rem;height:.8em;margin-right:.4em;background:var(--c)}
.entry{margin-top:.75rem;padding-left:.75rem;border-left:.25rem solid var(--c,var(--rule))}
.said{font-size:.8125rem;line-height:1.125rem;margin-top:.5rem;color:var(--ink2)}.said b{color:var(--ink)}.entry .said{margin-top:0}
blockquote{margin-top:.375rem;max-width:44rem}q{font:1.0625rem/1.6rem var(--serif);font-variant-numeric:oldstyle-nums;quotes:"\\201C" "\\201D" "\\2018" "\\2019"}
blockquote footer{font-size:.75rem;line-height:1rem;color:var(--ink2)}blockquote footer b{font-weight:600}cite{font-style:italic}
.copied q{color:var(--ink3)}.copied{padding-left:.75rem;border-left:3px double var(--rule2)}
a{color:inherit;text-decoration-color:var(--rule2);text-underline-offset:.2em}.ref{white-space:nowrap;color:var(--ink3)}:target{outline:2px solid var(--ink);outline-offset:.25rem}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:0 1.5rem}
.wide{overflow-x:auto;margin-top:1rem}table{border-collapse:collapse;width:100%;text-align:left;font-size:.8125rem;line-height:1.125rem}
caption{text-align:left;color:var(--ink3);font-size:.75rem;padding-bottom:.25rem}th,td{padding:.5rem .75rem .5rem 0;border-top:1px solid var(--rule);vertical-align:top;min-width:6.5rem}
thead th{border-top:0;border-bottom:1px solid var(--ink);vertical-align:bottom}th{font-weight:600}td span,th span{display:block}td q{display:block;font-size:.9375rem;line-height:1.25rem}td small,th small{display:block;font-weight:400}.n{text-align:right;min-width:5rem}
.reports{padding-left:2.25rem;font-size:.8125rem;line-height:1.25rem}.reports li{margin-top:.375rem}code{font-size:.6875rem;color:var(--ink3);overflow-wrap:anywhere}
.p1{--c:light-dark(#0B63C4,#5590F0)}.p2{--c:light-dark(#A63A06,#E8702A)}.p3{--c:light-dark(#1F9A8C,#74E6C2)}.p4{--c:light-dark(#6E2070,#DC9CD8)}.p5{--c:light-dark(#B08508,#F3DD86)}.p0{--c:light-dark(#4A4640,#8C8980)}
@media print{:root{color-scheme:light;--paper:#fff}@page{margin:16mm}main{max-width:none;padding:0}h2,h3,h4{break-after:avoid}.entry,blockquote,tr,.reports li{break-inside:avoid}.bar,.entry{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`.trim();
