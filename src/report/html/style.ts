/**
 * The page's look: a calm newspaper page. One serif face for everything that is read, a plain sans for labels, one
 * ink per verdict (never alone: mark and word stand beside it). Contrasts are WCAG AA on both papers.
 */
export const STYLE = `
:root{color-scheme:light dark;
--paper:#fbf9f4;--sheet:#f3efe5;--ink:#1d1b17;--soft:#5c564b;--rule:#d8d1c1;--strong-rule:#1d1b17;--link:#1f4a6b;
--disputed:#8c1d18;--divergent:#7f4a00;--unclear:#5a4a86;--agreed:#22583a;--one-sided:#4a5560;
--con:#f6e7a8;--con2:#f0d27c;--cue:#1f4a6b;--flash:#ffdf6b;--diff:#f7d9d0;
--serif:Charter,"Bitstream Charter","Iowan Old Style","Source Serif 4","Source Serif Pro",Cambria,Georgia,"Noto Serif","Liberation Serif",serif;
--sans:"Avenir Next","Segoe UI",Optima,"Gill Sans",Candara,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{
--paper:#16161a;--sheet:#1f1f24;--ink:#e9e5da;--soft:#aaa496;--rule:#3a3935;--strong-rule:#8d877a;--link:#9cc4e4;
--disputed:#ff9d92;--divergent:#e8b565;--unclear:#c3b3f0;--agreed:#8fd0a6;--one-sided:#b4bec8;
--con:#3d371d;--con2:#57491a;--cue:#9cc4e4;--flash:#6b5813;--diff:#57302a}}
*{box-sizing:border-box}
html{font:1.0625rem/1.5 var(--serif);background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:3.6rem}
body{margin:0 auto;padding:1.5rem clamp(1rem,3vw,2.5rem) 4rem;max-width:84rem;overflow-wrap:break-word}
h1,h2,h3,h4,p,ul,ol,dl,dd{margin:0}
h1,h2,h3,h4{line-height:1.2;font-weight:700;text-wrap:balance}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:1px}
a:focus-visible,summary:focus-visible,input:focus-visible,select:focus-visible,button:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
q{quotes:none}
ul,ol{padding:0;list-style:none}
code,.code{font:.8125em var(--sans)}
.sr,.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:focus{position:absolute;left:1rem;top:.5rem;background:var(--paper);padding:.5rem 1rem;z-index:9}
.defs{position:absolute}
.mark{width:1.05em;height:1.05em;fill:none;stroke:currentColor;stroke-width:3;stroke-linecap:round;stroke-linejoin:round;vertical-align:-.17em;flex:none}
[hidden]{display:none!important}

.masthead{border-top:3px solid var(--strong-rule);border-bottom:1px solid var(--strong-rule);padding:.6rem 0 1rem;position:relative}
.masthead::after{content:"";position:absolute;left:0;right:0;bottom:-4px;border-bottom:1px solid var(--strong-rule)}
.brand{font:600 .8125rem/1.4 var(--sans);letter-spacing:.02em;color:var(--soft)}
h1{font-size:clamp(1.75rem,1.2rem + 2.4vw,2.9rem);line-height:1.1;letter-spacing:-.01em;margin:.35rem 0 .5rem;max-width:30ch}
.deck{color:var(--soft)}
.tally{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;margin-top:.8rem;font:.9375rem/1.5 var(--sans)}
.tally li{white-space:nowrap}
.tally b{font-weight:700;margin-left:.3em}
.v-disputed{--v:var(--disputed)}.v-divergent{--v:var(--divergent)}.v-unclear{--v:var(--unclear)}.v-agreed{--v:var(--agreed)}.v-one-sided{--v:var(--one-sided)}
.tally li,.verdict,.check .mark,.to-point .mark{color:var(--v)}
.verdict{font:700 .875rem/1.4 var(--sans);white-space:nowrap}
.verdict::first-letter{text-transform:uppercase}
.point .verdict{text-transform:capitalize}

nav ul{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;padding:.9rem 0 .6rem;font:.9375rem/1.7 var(--sans)}
nav a{color:var(--ink);text-decoration-color:var(--rule)}
nav a:hover{text-decoration-color:currentColor}
.filters{font:.875rem/1.5 var(--sans);background:var(--sheet);padding:.45rem 1rem}
.filters summary{font-size:.9375rem;line-height:1.7}
.filters form{padding:.5rem 0 .6rem}
.filters fieldset{border:0;padding:0;margin:0 0 .7rem;display:flex;flex-wrap:wrap;gap:.2rem 1.3rem}
.filters legend{position:absolute;clip-path:inset(50%)}
.check{white-space:nowrap;display:inline-flex;align-items:center;gap:.4em;min-height:1.75rem}
.check input{width:1.05rem;height:1.05rem;margin:0;accent-color:var(--v)}
.count{color:var(--soft)}
.selects{display:flex;flex-wrap:wrap;gap:.6rem .9rem;align-items:end}
.selects label{display:flex;flex-direction:column;color:var(--soft);flex:1 1 9rem;max-width:16rem}
.selects .find{flex:2 1 12rem;max-width:22rem}
.filters input[type=search],.filters select,.filters button{font:1rem/1.3 var(--sans);color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:3px;padding:.4rem .5rem;min-height:2.4rem;width:100%}
.filters button{width:auto;cursor:pointer;padding-inline:1rem}
.result{color:var(--soft)}
.result:not(:empty)::before{content:"\\00b7 "}

main > section{margin-top:3rem}
main > #points{margin-top:2rem}
h2{font-size:1.5rem;border-bottom:1px solid var(--strong-rule);padding-bottom:.35rem}
.hint,.meta,.more{font:.8438rem/1.5 var(--sans);color:var(--soft)}
.hint{margin:.5rem 0 .8rem;max-width:90ch}
.none{margin:1rem 0}
.meta{display:block}
.meta a,.place{color:var(--link)}
.place{text-decoration-color:var(--rule);display:inline-block;max-width:100%}
.place:hover{text-decoration-color:currentColor}
.n{font-variant-numeric:tabular-nums}

.heads,.point{display:grid;grid-template-columns:minmax(14rem,19rem) minmax(0,1fr);column-gap:2.2rem}
.heads{font:700 .9375rem/1.4 var(--sans);padding:.7rem 0 .4rem;border-bottom:1px solid var(--rule);position:sticky;top:0;background:var(--paper);z-index:2}
.heads.cols-2{grid-template-columns:minmax(14rem,19rem) 1fr 1fr}
.heads.cols-3{grid-template-columns:minmax(14rem,19rem) 1fr 1fr 1fr}
.point{padding:1.3rem 0 1rem;border-top:1px solid var(--rule)}
.heads + .point{border-top:0}
.point:target,.slim:target{box-shadow:-.9rem 0 0 var(--paper),-1.1rem 0 0 var(--v,var(--one-sided))}
.point h3{font-size:1.3125rem;margin:.3rem 0 .6rem}
.point h3 a{color:inherit;text-decoration:none}
.point h3 a:hover{text-decoration:underline;text-decoration-thickness:1px}
.why{font-size:.9375rem;color:var(--soft);margin-top:.4rem}
.why .code,.because{font:.8125rem/1.5 var(--sans);color:var(--soft)}
.why .code::before{content:"("}.why .code::after{content:")"}
.cells{display:grid;column-gap:2.2rem;row-gap:1.2rem;grid-template-columns:minmax(0,1fr)}
.cells.cols-2{grid-template-columns:repeat(2,minmax(0,1fr))}
.cells.cols-3{grid-template-columns:repeat(3,minmax(0,1fr))}
.one{grid-column:1/-1}
.others{grid-column:1/-1;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));gap:.3rem 2.2rem}
.cell.others{border-top:1px solid var(--rule)}
.others > .side{grid-column:1/-1;margin:0}
.cell{border-top:3px solid var(--v);padding-top:.55rem}
.cell.silent{border-top:3px dotted var(--rule);color:var(--soft);font-style:italic}
.side{font:700 .875rem/1.4 var(--sans);color:var(--soft);margin-bottom:.3rem}
.heads ~ .point .cell .side:not(.shown){display:none}
.answer{font-weight:700;line-height:1.35;margin-bottom:.5rem}
.answer + .answer{margin-top:1rem}
.stance{color:var(--v);font-family:var(--sans);margin-right:.15em}
.group{margin-top:.7rem}
.group > .who{font-size:.9375rem;line-height:1.4;display:block;color:var(--soft)}
.who b{color:var(--ink);font-weight:700}
.via{font-style:italic}
.saying{margin:.2rem 0 .65rem}
.words{display:block}
.direct{font-size:1.09375rem;line-height:1.45}
.told,.told .lead{color:var(--ink)}
.lead{font-style:italic;color:var(--soft)!important}
.words strong{font-weight:700}
.added{color:var(--soft)}
.also{margin-top:.1rem}
.more{margin-top:.4rem}
.inside{grid-column:1/-1;margin-top:.7rem}
summary{cursor:pointer}
.inside > summary{font:.875rem/1.5 var(--sans);color:var(--link);padding:.25rem 0}
.inside[open] > summary{margin-bottom:.5rem}
.inside h4{font-size:1.0625rem;margin-top:1.4rem}
.positions{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:1.5rem 2.2rem;border-top:1px solid var(--rule);padding-top:.9rem}
.pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.5rem 2.2rem;padding:.8rem 0;border-top:1px solid var(--rule)}
.half .who{font-size:.9375rem;display:block}
.passage{display:block;line-height:1.45}
.because{grid-column:1/-1}
mark{background:var(--diff);color:inherit;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.18em;padding:0 .08em;border-radius:1px}

.entry{padding:1rem 0 .3rem}
.entry + .entry{border-top:1px solid var(--rule)}
.entry h3{text-wrap:wrap;font-size:1.0625rem;font-weight:400;line-height:1.4}
.entry .pair{border-top:0}
.step{font:700 .875rem/1.4 var(--sans);color:var(--soft)}
.change{font-weight:700;color:var(--disputed)}
table{border-collapse:collapse;width:100%}
td,th{text-align:start;vertical-align:top;padding:.6rem 1.4rem .6rem 0;border-bottom:1px solid var(--rule);font-weight:400}
td.where{font:.8438rem/1.7 var(--sans);min-width:9rem}
td ul li + li{margin-top:.25rem}
td summary.meta{display:list-item;list-style-position:inside;margin-top:.25rem}
td details[open] summary{margin-bottom:.3rem}
th[scope=row]{font:700 .875rem/1.6 var(--sans);white-space:nowrap}
.plain li{padding:.35rem 0}
#notices h3{font-size:1.0625rem;margin:.9rem 0 .2rem}
.slims{columns:2 24rem;column-gap:2.2rem}
.slim{break-inside:avoid;padding:.55rem 0 .25rem;border-top:1px solid var(--rule)}
.slim .who{font-size:.9375rem}
.slim .words{font-size:1rem}

.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;font-size:.9375rem;margin:.7rem 0 1rem}
.document{border-top:1px solid var(--rule);padding:.9rem 0}
.document:target > summary .title{text-decoration:underline;text-decoration-thickness:2px}
.document > summary{list-style-position:outside}
.document .name{font:.875rem/1.4 var(--sans);color:var(--soft);display:block}
.document .title{font-size:1.3125rem;font-weight:700;line-height:1.25;display:block}
.document > summary{display:grid;grid-template-columns:1.1rem 1fr;align-items:start}
.document > summary::-webkit-details-marker{display:none}
.document > summary::before{content:"";grid-row:1/3;width:.5rem;height:.5rem;border-right:2px solid var(--soft);border-bottom:2px solid var(--soft);transform:rotate(-45deg);margin-top:.45rem}
.document[open] > summary::before{transform:rotate(45deg)}
.document > summary > *{grid-column:2}
.document > .meta{margin:.3rem 0 1rem}
.document > .meta,.full{padding-inline-start:1.1rem}
.document:not([open]){content-visibility:auto;contain-intrinsic-size:auto 4rem}
.para{display:grid;grid-template-columns:minmax(0,38rem) minmax(13rem,1fr);gap:.3rem 2.6rem;margin-bottom:.95rem}
.text{white-space:pre-line;line-height:1.62;max-width:38rem}
.heading{font-weight:700}
.notes{font:.8438rem/1.45 var(--sans);border-inline-start:1px solid var(--rule);padding-inline-start:.9rem;align-self:start}
.note{padding:.12rem 0 .3rem;padding-inline-start:1.8rem;text-indent:-1.8rem}
.note .n{display:inline-block;min-width:1.8rem;text-indent:0;font-weight:700}
.act{color:var(--soft)}
.to-point{display:block;text-indent:0;color:var(--v);text-decoration-color:var(--rule)}
.to-point .mark{margin-inline-end:.35em}
.a{text-decoration:none}
.a sup{font:700 .625rem/1 var(--sans);padding:0 .12rem 0 .05rem;color:var(--link);vertical-align:super}
span.a sup{color:var(--soft)}
.con,.con2{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.22em;text-decoration-color:color-mix(in srgb,var(--ink) 45%,transparent);text-decoration-skip-ink:none}
.con.dir{background:var(--con)}
.con.ind{text-decoration-style:dotted;background:linear-gradient(var(--con),var(--con))}
.con2{background:var(--con2);text-decoration-style:double}
.con.ind,.con2.ind{background:none}
.con2.ind{text-decoration-style:double;text-decoration-thickness:1px}
.src{font-weight:700}
.cue{font-style:italic;color:var(--cue)}
.nar{border-bottom:1px dashed var(--soft)}
.filtered .m.off{background:none;text-decoration:none;font-weight:inherit;font-style:inherit;color:inherit;border:0}
.note.off{display:none}
.lit,.here,.note.lit,.note.here{background:var(--flash)!important}
.a:target sup{background:var(--flash);outline:3px solid var(--flash)}

.copy{display:none;font:.8125rem/1.3 var(--sans);color:var(--soft);background:none;border:1px solid var(--rule);border-radius:3px;padding:.05rem .45rem;margin:0;min-height:1.5rem;cursor:pointer;text-indent:0}
.js .copy{display:inline-block}
.copy::before{content:"Copy"}
.copy.done::before{content:"Copied"}
.copy:hover,.copy.done{color:var(--ink);border-color:var(--soft)}
.note .copy{font-size:.75rem}
.to-copy{display:block;width:100%;margin:.4rem 0;font:.875rem/1.4 var(--sans);color:var(--ink);background:var(--sheet);border:1px solid var(--soft);border-radius:3px;padding:.4rem .5rem;text-indent:0}

.verdicts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:.9rem 2rem;margin:1rem 0 1.4rem}
.verdicts .mark{width:1.3em;height:1.3em}
.note-method{max-width:70ch;margin-bottom:.8rem}

@media (max-width:68rem){
.heads{display:none}
.point{grid-template-columns:minmax(0,1fr)}
.point > header{margin-bottom:1rem;max-width:46rem}
.heads ~ .point .cell .side{display:block}
.para{grid-template-columns:minmax(0,36rem) minmax(11rem,1fr);gap:.3rem 1.6rem}}
@media (max-width:44rem){
body{padding-top:.8rem}
.cells.cols-2,.cells.cols-3,.pair,.para{grid-template-columns:minmax(0,1fr)}
.cell.silent p:not(.side){display:inline}
.half + .half{border-top:1px dotted var(--rule);padding-top:.5rem}
.notes{margin:.1rem 0 .7rem}
.selects label,.selects .find{flex:1 1 100%;max-width:none}
table,tbody,tr,td,th{display:block}
tr{border-bottom:1px solid var(--rule);padding:.5rem 0}
td,th{border:0;padding:.05rem 0}
.text{line-height:1.58}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:auto}}
@media print{
@page{margin:16mm 15mm 18mm}
:root{color-scheme:light;--paper:#fff;--sheet:#fff;--ink:#000;--soft:#444;--rule:#bbb;--strong-rule:#000;--link:#000;--disputed:#8c1d18;--divergent:#7f4a00;--unclear:#5a4a86;--agreed:#22583a;--one-sided:#4a5560;--con:#f6efcf;--con2:#f6efcf;--cue:#000;--flash:#fff;--diff:#f3e3de}
html{font-size:9.5pt}
body{padding:0;max-width:none}
nav,.filters,.skip,.heads,.copy,.to-copy{display:none!important}
.point{grid-template-columns:minmax(0,1fr)}
.heads ~ .point .cell .side{display:block}
.point > header{margin-bottom:.6rem}
.cells.cols-2,.pair{grid-template-columns:repeat(2,minmax(0,1fr))}
.cells.cols-3{grid-template-columns:repeat(3,minmax(0,1fr))}
.cells,.pair,.positions{column-gap:1.4rem}
.para{grid-template-columns:minmax(0,1fr) 15rem;gap:.2rem 1.2rem}
.cell,.group,.entry,.slim,.pair,tr{break-inside:avoid}
h2,h3,h4,.point > header,.document > summary{break-after:avoid}
details::details-content{content-visibility:visible!important;block-size:auto!important;display:block}
.inside > summary{color:var(--soft);list-style:none}
a{text-decoration:none}
.out::after{content:" <" attr(href) ">";overflow-wrap:anywhere}
.con,.con2,mark,.cell{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;
