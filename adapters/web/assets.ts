/** The board's style sheet. Meaning is never by colour alone. */
export const boardCss = `:root{color-scheme:light dark;--line:#8884;--soft:#8882}
*{box-sizing:border-box}body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:44rem;padding:1rem}
header h1{font-size:1.35rem;margin:.2rem 0}nav a,nav b{margin-right:.6rem}header p,footer p{opacity:.75}
article{border:1px solid var(--line);border-radius:.6rem;padding:.8rem 1rem;margin:.9rem 0}
article h2{font-size:1.1rem;line-height:1.35;margin:.1rem 0 .5rem}.told{font-size:.85rem;opacity:.75;margin:0}
dl{margin:.4rem 0}dl div{display:flex;flex-wrap:wrap;gap:.15rem .6rem;padding:.2rem 0;border-top:1px solid var(--soft)}
dt{flex:1 1 14rem}dd{margin:0;text-align:right;flex:1 1 10rem}dd span{opacity:.75;font-size:.9rem}.rival{padding-left:1rem}
progress{width:100%;height:.7rem;display:block}.change,.note,.sources{font-size:.9rem;opacity:.85;margin:.4rem 0}
.silent{border-left:.3rem solid var(--line);padding-left:.6rem}blockquote{margin:.5rem 0;padding-left:.8rem;border-left:.2rem solid var(--line)}
.charts{display:flex;gap:.8rem;overflow-x:auto;margin:.9rem 0}.charts img{width:min(100%,34rem);height:auto;flex:0 0 auto;border:1px solid var(--line);border-radius:.6rem}
a{overflow-wrap:anywhere}`;

/** Fetches the entries every two seconds and swaps them when they differ. */
export const boardJs = `const entries=document.getElementById("entries");let tag=null;
async function refresh(){try{const answer=await fetch(entries.dataset.url,{headers:tag?{"if-none-match":tag}:{},cache:"no-store"});
if(answer.status===200){tag=answer.headers.get("etag");entries.innerHTML=await answer.text()}}catch{}setTimeout(refresh,document.hidden?10000:2000)}
setTimeout(refresh,1000);`;
