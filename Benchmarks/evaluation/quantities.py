"""Quantities: values, units, qualifiers, what is claimed, and the roles of numbers in a change."""

import os
import re

from .measuring import Counts, analyze, pairing

HERE = os.path.dirname(os.path.abspath(__file__))

SUITES = {
    "number": ["Number__NumberModel"],
    "percent": ["Number__PercentModel"],
    "range": ["Number__NumberRangeModel"],
    "currency": ["NumberWithUnit__CurrencyModel"],
    "dimension": ["NumberWithUnit__DimensionModel"],
    "temperature": ["NumberWithUnit__TemperatureModel"],
    "age": ["NumberWithUnit__AgeModel"],
}


def sets(collection):
    yield "NewsQuant", lambda: newsquant(collection)
    for suite in SUITES:
        yield "Recognizers " + suite, lambda suite=suite: recognizers(collection, suite)
    for model in ("age", "currency", "dimension", "temperature"):
        yield "CQE " + model, lambda model=model: remodelled(collection, model)
    yield "quantulum3", lambda: quantulum(collection)
    yield "Duckling", lambda: duckling(collection)
    yield "claims", lambda: claims(collection)
    yield "changes", lambda: changes(collection)


# Values and units


def close(left, right):
    return left == right or abs(left - right) <= 1e-8 + 1e-5 * abs(right)


def value_of(item):
    """A number, a pair of bounds, or None."""
    if item.get("low") is not None or item.get("high") is not None:
        low, high = item.get("low"), item.get("high")
        return (float("-inf") if low is None else float(low),
                float("inf") if high is None else float(high))
    value = item.get("value")
    if isinstance(value, str):
        bounds = re.fullmatch(r"(-?[\d.]+)\s*-\s*(-?[\d.]+)", value)
        if bounds:
            return float(bounds[1]), float(bounds[2])
        return float(value.replace(",", ""))
    return None if value is None else float(value)


def same_value(left, right):
    if left is None or right is None or isinstance(left, tuple) != isinstance(right, tuple):
        return False
    if isinstance(left, tuple):
        return close(left[0], right[0]) and close(left[1], right[1])
    return close(left, right)


class Units:
    """Names of units made comparable by the collection's list of aliases."""

    def __init__(self, collection):
        self.names = {}
        for name, aliases in collection.json("tools/unit_aliases.json").items():
            for alias in aliases:
                self.names[alias.lower()] = name

    def plain(self, name):
        name = " ".join(str(name or "-").split()).lower()
        if name in ("", "-", "dimensionless", "none"):
            return "-"
        return self.names.get(name, name)


def score(collection, examples, levels, show):
    """F1 by level over examples of (id, text, gold, found)."""
    counts = {level: Counts() for level in levels}
    for name, text, gold, found in examples:
        for level, fits in levels.items():
            pairs = pairing(gold, found, fits)
            counts[level].add(len(pairs), len(gold), len(found))
            if level == show:
                missed = [gold[index] for index in range(len(gold)) if index not in pairs]
                extra = [found[index] for index in range(len(found)) if index not in pairs.values()]
                collection.error(name, text, ["missed %s" % item for item in missed]
                                 + ["extra  %s" % item for item in extra])
    return {level: count.f1 for level, count in counts.items()}


def levels(units):
    def value(gold, found):
        return same_value(value_of(gold), value_of(found))

    def unit(item):
        return units.plain(item.get("normalized_unit") or item.get("unit"))

    def qualifier(item):
        return item.get("change", item.get("qualifier"))

    return {
        "value": value,
        "value and unit": lambda gold, found: value(gold, found) and unit(gold) == unit(found),
        "value and qualifier":
            lambda gold, found: value(gold, found) and qualifier(gold) == qualifier(found),
    }


def newsquant(collection):
    documents = collection.lines("data/quantities/NewsQuant.dev.jsonl")
    answers = analyze(documents)
    units = Units(collection)
    examples = [(d["id"], d["text"], d["quantities"], answers[d["id"]]["quantities"])
                for d in documents]
    figures = score(collection, examples, levels(units), "value and unit")

    def is_share_or_money(item):
        unit = units.plain(item.get("normalized_unit") or item.get("unit"))
        return unit in ("percentage", "dollar", "euro", "pound sterling")

    restricted = [(name, text, [g for g in gold if is_share_or_money(g)],
                   [f for f in found if is_share_or_money(f)])
                  for name, text, gold, found in examples]
    some = score(collection, restricted, levels(units), None)
    figures["value and unit, percent and money"] = some["value and unit"]
    return figures


def remodelled(collection, model):
    """Recognizers' sentences as CQE annotated them anew: all quantities, with plain unit names."""
    documents = [{"id": "%s:%d" % (model, index), **document} for index, document
                 in enumerate(collection.json("data/quantities/%s-model.json" % model))]
    answers = analyze(documents)
    examples = [(d["id"], d["text"], d["quantities"], answers[d["id"]]["quantities"])
                for d in documents]
    figures = score(collection, examples, levels(Units(collection)), "value and unit")
    return {"value and unit": figures["value and unit"]}


def quantulum(collection):
    documents = (collection.lines("data/quantities/quantulum3.quantities.jsonl")
                 + collection.lines("data/quantities/quantulum3.quantities.ambiguity.jsonl"))
    answers = analyze(documents)
    excluded = exclusions()
    examples = [(d["id"], d["text"], [with_bounds(item) for item in d["quantities"]],
                 answers[d["id"]]["quantities"])
                for d in documents if d["id"] not in excluded]
    figures = score(collection, examples, levels(Units(collection)), "value")
    return {"value": figures["value"]}


def with_bounds(item):
    """quantulum3 gives a range by its middle and half its width."""
    width = item.get("uncertainty")
    if not width or "+" in item["text"] or "±" in item["text"]:
        return item
    return {**item, "value": None, "low": item["value"] - width, "high": item["value"] + width}


# Suites of short cases


def exclusions():
    """Cases that are no claims by the project's own definition, each with its reason."""
    found = {}
    with open(os.path.join(HERE, "not-claims.txt"), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                name, reason = line.split(None, 1)
                found[name] = reason.strip()
    return found


def recognizers(collection, suite):
    excluded = exclusions()
    right = total = 0
    for part in SUITES[suite]:
        documents = collection.lines("data/quantities/recognizers.%s.jsonl" % part)
        answers = analyze(documents)
        for document in documents:
            gold = [item for item in document["quantities"] if has_number(item)]
            if not gold or document["id"] in excluded:
                continue
            found = answers[document["id"]]["quantities"]
            pairs = pairing(gold, found, fits_case)
            missed = [item for index, item in enumerate(gold)
                      if index not in pairs and not is_met_range(item, found)]
            total += 1
            right += not missed
            collection.error(document["id"], document["text"],
                             ["missed %s" % item for item in missed]
                             + (["found  %s" % item for item in found] if missed else []))
    return {"cases": 100 * right / total}


def has_number(item):
    """Some suites list units without a number ("a metric ton is …")."""
    return item.get("value") is not None or "," in (item.get("rawValue") or "")


def overlap(left, right):
    return left["start"] < right["end"] and right["start"] < left["end"]


def fits_case(gold, found):
    if gold.get("value") is None:
        return fits_range(gold, found)
    return overlap(gold, found) and same_value(value_of(gold), value_of(found))


def bounds(item):
    """"(20,35]" as two numbers, either None."""
    low, high = item["rawValue"][1:-1].split(",")
    return (float(low) if low else None), (float(high) if high else None)


def fits_range(gold, found):
    """A range, or one number with the qualifier that makes it a bound."""
    low, high = bounds(gold)
    value = value_of(found)
    if not overlap(gold, found) or value is None:
        return False
    if low is not None and high is not None:
        if low == high:
            return same_value(low, value)
        return isinstance(value, tuple) and close(low, value[0]) and close(high, value[1])
    return fits_bound(low, ">", found) if low is not None else fits_bound(high, "<", found)


def fits_bound(number, qualifier, found):
    return same_value(number, value_of(found)) and found["qualifier"] == qualifier


def is_met_range(gold, found):
    """Two numbers, each with its qualifier, say what a range says."""
    if gold.get("value") is not None:
        return False
    inside = [item for item in found if overlap(gold, item)]
    low, high = bounds(gold)
    return (low is not None and high is not None
            and any(fits_bound(low, ">", item) for item in inside)
            and any(fits_bound(high, "<", item) for item in inside))


# Phrases of Duckling: a value, bounds, or a range, without a place.

DUCKLING = {"AmountOfMoney", "Distance", "Numeral", "Quantity", "Temperature", "Volume"}


def duckling(collection):
    excluded = exclusions()
    documents = [d for d in collection.lines("data/quantities/duckling.en.jsonl")
                 if d["dim"] in DUCKLING and d["id"] not in excluded and "\\" not in d["text"]]
    answers = analyze(documents)
    right = 0
    for document in documents:
        found = answers[document["id"]]["quantities"]
        fits = any(fits_duckling(document["expected"], item) for item in found)
        right += fits
        if not fits:
            collection.error(document["id"], document["text"],
                             [document["expected"]] + ["found  %s" % item for item in found])
    return {"phrases": 100 * right / len(documents)}


def fits_duckling(expected, found):
    numbers = [float(text) for text in re.findall(r"(?<![A-Za-z])-?\d[\d.]*(?:e\d+)?", expected)]
    value = value_of(found)
    if expected.startswith("(between"):
        return isinstance(value, tuple) and same_value((numbers[0], numbers[1]), value)
    if expected.startswith("(under"):
        return fits_bound(numbers[0], "<", found)
    if expected.startswith("(above"):
        return fits_bound(numbers[0], ">", found)
    return same_value(numbers[0], value)


# The document annotated by hand


def claims(collection):
    """Found of the claims that are; names and dates not taken for claims of the items that are not."""
    items = collection.lines("gold/claims.jsonl")
    document = next(item for item in items if item["type"] == "document")
    gold = [item for item in items if item["type"] == "claim"]
    with open(collection.path(document["path"]), encoding="utf-8") as file:
        text = file.read()
    answer = analyze([{"id": "all", "text": text, "format": "paste",
                       "date": document["documentDate"][:10]}])["all"]
    found = answer["quantities"] + answer["dates"] + answer["implied"]
    real = [item for item in gold if item["claim"]]
    hit = [item for item in real if any(fits_claim(item, other) for other in found)]
    traps = [item for item in gold if not item["claim"]]
    taken = [item for item in traps if any(overlap(item, other) for other in found)]
    dates = [item for item in gold if item["kind"] == "date"]
    false = [other for other in found if other["kind"] == "date"
             and not any(overlap(other, item) for item in dates)]
    collection.error("claims", "", ["missed %s" % item for item in real if item not in hit]
                     + ["taken  %s" % item for item in taken] + ["no date %s" % item for item in false])
    return {
        "found": 100 * len(hit) / len(real),
        "names left alone": 100 * (1 - len(taken) / len(traps)),
        "dates that are dates": 100 * (1 - len(false) / max(1, len(dates))),
    }


def fits_claim(gold, found):
    if not overlap(gold, found):
        return False
    if gold.get("iso"):
        return found.get("iso") == gold["iso"]
    if gold.get("value") is None:
        return found.get("value") is None
    return same_value(float(gold["value"]), value_of(found))


# Roles in sentences about change


def changes(collection):
    """Sentences of our own in which each number is marked by its role: "from{$332} to{$254}"."""
    counts = Counts()
    documents, marked = [], {}
    with open(os.path.join(HERE, "changes.txt"), encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip() and not line.startswith("#"):
                text, roles = unmarked(line.rstrip("\n"))
                marked[str(number)] = (text, roles)
                documents.append({"id": str(number), "text": text})
    answers = analyze(documents)
    for name, (text, gold) in marked.items():
        found = [{"start": q["start"], "end": q["end"], "role": q["role"], "text": q["text"]}
                 for q in answers[name]["quantities"] + answers[name]["implied"]
                 if q["role"] in ("from", "to", "by")]
        pairs = pairing(gold, found, lambda g, f: overlap(g, f) and g["role"] == f["role"])
        counts.add(len(pairs), len(gold), len(found))
        if len(pairs) < max(len(gold), len(found)):
            collection.error("changes.txt:" + name, text, [
                "marked %s" % [(g["role"], text[g["start"]:g["end"]]) for g in gold],
                "found  %s" % [(f["role"], f["text"]) for f in found]])
    return {"roles from, to and by": counts.f1}


def unmarked(line):
    """The text without its marks, and the marked ranges with their roles."""
    text, roles, rest = "", [], line
    while True:
        mark = re.search(r"(from|to|by|value)\{([^}]*)\}", rest)
        if not mark:
            return text + rest, [role for role in roles if role["role"] != "value"]
        text += rest[:mark.start()]
        roles.append({"role": mark[1], "start": len(text), "end": len(text) + len(mark[2])})
        text += mark[2]
        rest = rest[mark.end():]
