"""Checks: passages with one altered number, and texts as published, of which none contradicts."""

import math

from .measuring import analyze

PERTURBED = "data/checks/perturbed.dev.jsonl"
PUBLISHED = [
    "data/sentiment/newsmtsc/train.jsonl", "data/sentiment/goemotions/dev.jsonl",
    "data/entities/wikigold/train80.jsonl", "data/entities/wnut17/train.jsonl",
    "data/entities/crossner_ai/dev.jsonl", "data/entities/crossner_politics/dev.jsonl",
    "data/entities/crossner_science/dev.jsonl", "data/entities/crossner_literature/dev.jsonl",
    "data/entities/crossner_music/dev.jsonl",
]


def sets(collection):
    yield "altered", lambda: altered(collection)
    yield "published", lambda: published(collection)


def lower_bound(hits, count, z=1.96):
    """The lower end of Wilson's interval, 95 %."""
    if not count:
        return 0.0
    share = hits / count
    centre = share + z * z / (2 * count)
    width = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return (centre - width) / (1 + z * z / count)


def altered(collection):
    gold = collection.lines(PERTURBED)
    answers = analyze({"id": one["id"], "text": one["text"]} for one in gold)
    right = wrong = wanted = confirmed = consistent = cells = found = 0
    for one in gold:
        verdict = answers[one["id"]]["verdict"]
        is_flagged = verdict == "contradicted"
        if one["label"] == "contradicted":
            wanted += 1
            right += is_flagged
            if one["check"] == "table-total":
                cells += 1
                found += is_flagged
        else:
            wrong += is_flagged
            if one["label"] == "consistent":
                consistent += 1
                confirmed += verdict == "consistent"
        is_missed = (one["label"] == "contradicted") != is_flagged
        collection.error(one["id"], one["text"], [one["op"], str(verdict)] if is_missed else [])
    return {
        "precision": 100 * right / max(1, right + wrong),
        "precision, lower bound": 100 * lower_bound(right, right + wrong),
        "recall": 100 * right / max(1, wanted),
        "confirmed": 100 * confirmed / max(1, consistent),
        "cells of totals": 100 * found / max(1, cells),
    }


def published(collection):
    """How many of 10,000 texts as published are left without a contradiction."""
    documents = []
    for name in PUBLISHED:
        for index, line in enumerate(collection.lines(name)):
            documents.append({"id": "%s:%d" % (name, index), "text": line["text"]})
    answers = analyze(documents)
    wrong = {verdict: 0 for verdict in ("contradicted", "doubtful")}
    confirmed = 0
    for document in documents:
        for relation in answers[document["id"]]["relations"]:
            confirmed += relation["verdict"] == "consistent"
            if relation["verdict"] in wrong:
                wrong[relation["verdict"]] += 1
                collection.error(
                    document["id"], document["text"],
                    ["%s %s" % (relation["verdict"], relation["explanation"])])
    return {
        "texts without a contradiction": 100 * (1 - wrong["contradicted"] / len(documents)),
        "texts without a doubt": 100 * (1 - wrong["doubtful"] / len(documents)),
        "relations confirmed, in 1,000 texts": 1000 * confirmed / len(documents),
    }
