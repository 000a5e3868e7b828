(() => {
  const form = document.getElementById("search-form");
  const input = document.getElementById("search-input");
  const results = document.getElementById("search-results");
  const status = document.getElementById("search-status");
  const index = document.getElementById("search-index");
  if (!form || !input || !results || !status || !index) return;
  const mostShown = 50;
  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const entry = (title, href, note, words) => ({
    title, href, note, name: plain(title), words: plain([title, note, words].join(" ")),
  });
  let entries = [...index.querySelectorAll("li")].flatMap((item) => {
    const link = item.querySelector("a");
    const note = item.querySelector(".meta");
    return link
      ? [entry(link.textContent, link.getAttribute("href"), note ? note.textContent : "",
        item.dataset.words || "")]
      : [];
  });
  const score = (item, terms) => {
    let sum = 0;
    for (const term of terms) {
      if (item.name === term) sum += 16;
      else if (item.name.startsWith(term)) sum += 8;
      else if (item.name.includes(" " + term)) sum += 6;
      else if (item.name.includes(term)) sum += 4;
      else if (item.words.includes(" " + term)) sum += 2;
      else if (item.words.includes(term)) sum += 1;
      else return 0;
    }
    return sum;
  };
  const show = () => {
    const terms = plain(input.value).split(/\s+/).filter(Boolean);
    index.hidden = terms.length > 0;
    results.replaceChildren();
    status.textContent = "";
    if (terms.length === 0) return;
    const found = entries
      .map((item, place) => ({ item, place, sum: score(item, terms) }))
      .filter((row) => row.sum > 0)
      .sort((a, b) => b.sum - a.sum || a.place - b.place);
    for (const { item } of found.slice(0, mostShown)) {
      const row = document.createElement("li");
      const link = document.createElement("a");
      link.href = item.href;
      link.textContent = item.title;
      const note = document.createElement("span");
      note.className = "meta";
      note.textContent = item.note;
      row.append(link, " ", note);
      results.append(row);
    }
    const count = found.length;
    status.textContent =
      count === 0 ? "Nothing found" : count === 1 ? "1 found" : count + " found";
  };
  const complete = async () => {
    // Opened as a file there is nothing to fetch; the page's own list is searched then.
    if (location.protocol === "file:") return;
    try {
      const answer = await fetch(form.dataset.index);
      const whole = await answer.json();
      entries = whole.items.map(([title, path, note, words]) =>
        entry(title, "../" + path, note, words));
      show();
    } catch {}
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("focus", complete, { once: true });
  input.addEventListener("input", show);
  input.value = new URLSearchParams(location.search).get("q") || "";
  if (input.value) complete();
  show();
})();
