(d=>{const r=d.documentElement.dataset,k="assay-theme",o=()=>r.theme=="dark"||!r.theme&&matchMedia("(prefers-color-scheme:dark)").matches?"light":"dark"
try{r.theme=localStorage[k]||""}catch{}
d.addEventListener("DOMContentLoaded",()=>{const b=d.createElement("button"),i=d.createElement("li")
b.textContent=o()
b.onclick=()=>{r.theme=o();try{localStorage[k]=r.theme}catch{}b.textContent=o()}
i.append(b);d.querySelector(".masthead ul")?.append(i)})})(document)
