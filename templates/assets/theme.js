(function(d,r){var k="assay-theme",s;try{s=localStorage[k]}catch(e){}if(s)r.dataset.theme=s
d.addEventListener("DOMContentLoaded",function(){var l=d.querySelector(".masthead ul"),i=d.createElement("li"),b=d.createElement("button")
function n(){var t=r.dataset.theme||(matchMedia("(prefers-color-scheme:dark)").matches?"dark":"light");return t=="dark"?"light":"dark"}
if(l){b.type="button";b.textContent=n();b.onclick=function(){r.dataset.theme=n();try{localStorage[k]=r.dataset.theme}catch(e){}b.textContent=n()};i.append(b);l.append(i)}})})(document,document.documentElement)
