"""What all domains need: the collection of examples, the program, and counting."""

import json
import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
ASSAY = os.environ.get("ASSAY", os.path.join(HERE, "..", "..", ".build", "release", "assay"))


class Absent(Exception):
    """A file of the collection that is not there."""


class Collection:
    """The folder with data/ and gold/."""

    def __init__(self, folder, shows_errors=False):
        self.folder = folder
        self.shows_errors = shows_errors

    def path(self, name):
        path = os.path.join(self.folder, name)
        if not os.path.exists(path):
            raise Absent(path)
        return path

    def lines(self, name):
        """The objects of a file in JSON Lines."""
        with open(self.path(name), encoding="utf-8") as file:
            return [json.loads(line) for line in file if line.strip()]

    def json(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return json.load(file)

    def error(self, name, text, lines):
        """Prints what went wrong with an example, where somebody asked for it."""
        if self.shows_errors and lines:
            print("\n[%s] %s" % (name, text))
            for line in lines:
                print("   ", line)


def analyze(documents, gazetteer=None, references=None):
    """The analyses of documents ({"id", "text", …}) by id; ranges count Unicode scalars."""
    command = [ASSAY, "analyze", "--jsonl", "--offsets", "scalars"]
    if gazetteer:
        command += ["--gazetteer", gazetteer]
    if references:
        command += ["--references", references]
    lines = "".join(json.dumps(document) + "\n" for document in documents)
    done = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True)
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    for answer in answers:
        if "error" in answer:
            raise ValueError("%s: %s" % (answer["id"], answer["error"]))
    return {answer["id"]: answer for answer in answers}


def pairing(gold, found, fits):
    """The most pairs of a gold item and a found one that fit, none used twice: {gold: found}."""
    owner = {}

    def place(index, seen):
        for other in range(len(found)):
            if other in seen or not fits(gold[index], found[other]):
                continue
            seen.add(other)
            if other not in owner or place(owner[other], seen):
                owner[other] = index
                return True
        return False

    for index in range(len(gold)):
        place(index, set())
    return {index: other for other, index in owner.items()}


class Counts:
    """Hits, expected and found items over many documents."""

    def __init__(self):
        self.hits = self.gold = self.found = 0

    def add(self, hits, gold, found):
        self.hits += hits
        self.gold += gold
        self.found += found

    @property
    def precision(self):
        return 100 * self.hits / self.found if self.found else 0.0

    @property
    def recall(self):
        return 100 * self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self):
        total = self.gold + self.found
        return 200 * self.hits / total if total else 0.0
