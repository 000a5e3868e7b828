"""Sentiment: of comments, sentences of news, towards targets, and of the sentences in Tests/Sentiment."""

import os

from .measuring import analyze

HERE = os.path.dirname(os.path.abspath(__file__))
OWN = os.path.join(HERE, "..", "..", "Tests", "Sentiment")
LABELS = ("negative", "neutral", "positive")


def sets(collection):
    yield "GoEmotions dev", lambda: labelled(
        collection, collection.lines("data/sentiment/goemotions/dev.jsonl"))
    for name in ("tweets", "market-news", "crypto-talk"):
        yield "own " + name, lambda name=name: own(collection, name)
    yield "the seed", lambda: seed(collection)


def labelled(collection, rows):
    rows = [row for row in rows if row["label"] in LABELS]
    answers = analyze([{"id": row["id"], "text": row["text"]} for row in rows])
    return scored(collection, rows, answers)


def scored(collection, rows, answers):
    """Macro F1 and macro recall over the three labels."""
    hits, gold, found = ({label: 0 for label in LABELS} for _ in range(3))
    for row in rows:
        label = answers[row["id"]]["sentiment"]["label"]
        gold[row["label"]] += 1
        if label in found:
            found[label] += 1
        if label == row["label"]:
            hits[label] += 1
        else:
            collection.error(row["label"], row["text"], [label])
    present = [label for label in LABELS if gold[label]]
    f1 = sum(200 * hits[label] / (gold[label] + found[label]) for label in present)
    recall = sum(100 * hits[label] / gold[label] for label in present)
    return {"macro F1": f1 / len(present), "macro recall": recall / len(present)}


def own(collection, name):
    with open(os.path.join(OWN, name + ".tsv"), encoding="utf-8") as file:
        pairs = [line.rstrip("\n").split("\t") for line in file]
    rows = [{"id": str(number), "label": label, "text": text}
            for number, (label, text) in enumerate(pairs)]
    answers = analyze([{"id": row["id"], "text": row["text"]} for row in rows])
    figures = scored(collection, rows, answers)
    if name == "crypto-talk":
        right = sum((answers[row["id"]]["sentiment"]["score"] >= 0) == (row["label"] == "positive")
                    for row in rows)
        figures = {"accuracy by sign": 100 * right / len(rows)}
    return figures


def seed(collection):
    rows = [row for row in collection.lines("gold/sentiment.jsonl") if "text" in row]
    answers = analyze([{"id": row["id"], "text": row["text"]} for row in rows])
    figures = {}
    for kind in ("comment", "paragraph"):
        own_rows = [row for row in rows if (row["kind"] == "comment") == (kind == "comment")]
        right = [row for row in own_rows
                 if answers[row["id"]]["sentiment"]["label"] == row["label"]]
        figures[kind + "s right"] = 100 * len(right) / max(1, len(own_rows))
        for row in own_rows:
            if row not in right:
                collection.error(row["label"], row["text"],
                                 [answers[row["id"]]["sentiment"]["label"]])
    return figures
