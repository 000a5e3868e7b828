"""Names: strict F1 (the same characters and type) on development sets and on the seed."""

import os
import re

from .measuring import analyze

HERE = os.path.dirname(os.path.abspath(__file__))

# The folder of each set under data/entities, its file, and the coarse types that it marks. The model
# learns from their other texts: only every fifth is measured.
KEPT = 5
SETS = [
    ("BTC", "btc/e", {"PER", "ORG", "LOC"}),
    ("WNUT17", "wnut17/dev", None),
    ("CrossNER AI", "crossner_ai/dev", None),
    ("CrossNER politics", "crossner_politics/dev", None),
    ("CrossNER science", "crossner_science/dev", None),
    ("CrossNER literature", "crossner_literature/dev", None),
    ("CrossNER music", "crossner_music/dev", None),
]

# Sentences of this project's own, "[words|type]"; the coarse types that they mark.
OWN = [
    ("own newswire", "newswire-names.txt", None),
    ("own web", "web-names.txt", {"PER", "ORG", "LOC"}),
]


def sets(collection):
    for name, path, types in SETS:
        yield name, lambda path=path, types=types, name=name: coarse(collection, name, path, types)
    for name, path, types in OWN:
        yield name, lambda path=path, types=types, name=name: own(collection, name, path, types)
    yield "seed", lambda: seed(collection, None)
    yield "seed with gazetteer", lambda: seed(collection, collection.path("gold/gazetteer.json"))


def coarse(collection, name, path, types):
    return measure(
        collection, name, collection.lines("data/entities/%s.jsonl" % path)[::KEPT], types)


def own(collection, name, path, types):
    with open(os.path.join(HERE, path), encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
    return measure(
        collection, name, [marked(str(number), line) for number, line in enumerate(lines)], types)


def marked(identifier, line):
    """A document of a line with names in brackets."""
    text = ""
    entities = []
    end = 0
    for match in re.finditer(r"\[([^|\]]+)\|([A-Z]+)\]", line):
        text += line[end:match.start()] + match[1]
        entities.append(
            {"start": len(text) - len(match[1]), "end": len(text), "coarse": match[2]})
        end = match.end()
    return {"id": identifier, "text": text + line[end:], "entities": entities}


def measure(collection, name, documents, types):
    answers = analyze([{"id": d["id"], "text": d["text"]} for d in documents])
    right = found = marked = 0
    for document in documents:
        gold = {(e["start"], e["end"], e["coarse"]) for e in document["entities"]}
        read = {(e["start"], e["end"], e["coarse"]) for e in answers[document["id"]]["entities"]}
        if types:
            gold = {span for span in gold if span[2] in types}
            read = {span for span in read if span[2] in types}
        right += len(gold & read)
        found += len(read)
        marked += len(gold)
        collection.error(name, document["text"], differences(document["text"], gold, read))
    return {"F1": score(right, found, marked)}


def seed(collection, gazetteer):
    documents = collection.lines("gold/entities.jsonl")
    answers = analyze(
        [{"id": d["id"], "text": d["text"]} for d in documents], gazetteer=gazetteer)
    right = found = marked = linked = both = 0
    clusters = Clusters()
    for document in documents:
        text = document["text"]
        required = {span(e) for e in document["entities"] if not e.get("alt")}
        optional = {span(e)[:2] for e in document["entities"] if e.get("alt")}
        canonical = {span(e)[:2]: e.get("canonical") for e in document["entities"]}
        gold = set(required)
        read = set()
        for entity in answers[document["id"]]["entities"]:
            place = span(entity)
            if canonical.get(place[:2]):
                both += 1
                linked += entity["canonical"] == canonical[place[:2]]
            if place[:2] not in optional:
                read.add(place)
        clusters.note(document, answers[document["id"]]["entities"])
        right += len(gold & read)
        found += len(read)
        marked += len(gold)
        collection.error("seed", text, differences(text, gold, read))
    figures = {"fine F1": score(right, found, marked)}
    if gazetteer:
        figures["linking"] = 100 * linked / max(1, both)
    figures["B-cubed F1"] = clusters.score()
    return figures


class Clusters:
    """Which mentions name the same thing, as marked and as read, over all documents."""

    def __init__(self):
        self.marked = {}
        self.read = {}

    def note(self, document, entities):
        optional = [e for e in document["entities"] if e.get("alt")]
        required = [e for e in document["entities"] if not e.get("alt")]
        # An optional name that holds or meets a required one of the same thing stands for it.
        stands = {
            span(o)[:2]: span(r)[:2] for o in optional for r in required
            if o.get("canonical") == r.get("canonical")
            and r["start"] < o["end"] and o["start"] < r["end"]}
        read = {stands.get(span(e)[:2], span(e)[:2]): e["canonical"] for e in entities}
        for place, canonical in read.items():
            self.read[document["id"], place] = canonical
        for entity in document["entities"]:
            place = span(entity)[:2]
            if entity.get("canonical") and (not entity.get("alt") or place in read):
                self.marked[document["id"], place] = entity["canonical"]

    def score(self):
        marked, read = members(self.marked), members(self.read)
        common = [
            (len(read[r] & marked[m]), len(read[r]), len(marked[m]))
            for r, m in ((self.read[k], self.marked[k]) for k in self.read if k in self.marked)]
        precision = sum(c / r for c, r, _ in common) / max(1, len(self.read))
        recall = sum(c / m for c, _, m in common) / max(1, len(self.marked))
        return 200 * precision * recall / max(1e-9, precision + recall)


def members(clusters):
    """For each name of a cluster its mentions."""
    found = {}
    for mention, name in clusters.items():
        found.setdefault(name, set()).add(mention)
    return found


def span(entity):
    return entity["start"], entity["end"], entity["type"]


def score(right, found, marked):
    return 200 * right / max(1, found + marked)


def differences(text, gold, read):
    missed = ["missed  %s %r" % (s[2], text[s[0]:s[1]]) for s in sorted(gold - read)]
    return missed + ["wrong   %s %r" % (s[2], text[s[0]:s[1]]) for s in sorted(read - gold)]
