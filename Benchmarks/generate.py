#!/usr/bin/env python3
"""Writes a made-up newsroom's archive: Markdown articles with tables and numbers, and a thread each.

    generate.py COUNT FOLDER

FOLDER/articles/NAME.md holds 500 to 1,100 words under YAML front matter; FOLDER/comments/NAME.json up
to 40 comments, some of them replies. The same COUNT gives the same bytes everywhere, and article i
depends on i alone, so the first 100 of 1,000 are the 100. Most of the arithmetic is right; about one
sum in twelve is not.
"""

import json
import os
import sys

MASK = (1 << 64) - 1

TOWNS = ("Aldermoor Brackwater Caldshore Dunmarch Eskerly Fennholt Gravesend Hollins Inverlay Jarrowby "
         "Kestle Lowmere Marrick Netherfold Ostwick Penhallow Quayle Rothbury Saltmarsh Thornaby").split()
FIRMS = ("Harrow Lindell Mossgrove Pike Ravensworth Stellmark Tamworth Underhill Vantry Wexcombe "
         "Yarrow Ashdown Birchall Corley Denholm Everard").split()
KINDS = ["Freight", "Water", "Power", "Bakeries", "Clinics", "Ferries", "Timber", "Mutual", "Optics",
         "Foods", "Telecom", "Rail"]
GIVEN = ("Ada Bram Cleo Dov Esme Femi Gita Hugo Ines Jora Kofi Lena Milo Nora Otis Petra Quinn Rosa "
         "Sven Tilda Uma Vito Wanda Yusuf Zora").split()
FAMILY = ("Achterberg Bellamy Castellan Drummond Eriksen Fairweather Grünwald Holloway Ibáñez Jamieson "
          "Kowalczyk Lacroix Moreau Nakagawa Okonkwo Pemberton Quigley Rasmussen Szabó Treloar").split()
POSTS = ["mayor", "finance director", "chief executive", "head nurse", "harbour master", "professor",
         "union secretary", "councillor", "chair of the board", "statistician"]
THINGS = [("passenger", "passengers"), ("patient", "patients"), ("household", "households"),
          ("worker", "workers"), ("visitor", "visitors"), ("pupil", "pupils"), ("ship", "ships"),
          ("permit", "permits"), ("complaint", "complaints"), ("tonne", "tonnes")]
MEASURES = ["revenue", "operating cost", "the waiting list", "ticket sales", "energy use", "rent",
            "the order book", "payroll", "the subsidy", "the repair backlog"]
TAGS = ["budget", "harbour", "health", "housing", "industry", "power", "rail", "schools", "sport",
        "water", "weather", "work"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December"]
SECTIONS = ["What was decided", "Where the money goes", "The people who do the work", "A longer view",
            "What the figures leave out", "How it began", "Voices from the hall", "Next year",
            "The other side", "In the small print"]
ASIDES = [
    "Nobody in the room seemed surprised.",
    "The minutes record a silence of some length.",
    "That is the short version, and it flatters everyone.",
    "Old hands have heard the promise before; the young ones wrote it down.",
    "What happens next depends on a vote that has *not* been called.",
    "The report runs to many pages and admits most of this on the last.",
    "Two of the three neighbouring districts have gone the other way.",
    "It rained, which helped.",
]
PRAISE = ["This is the best explanation I have read. Thank you, {person}.",
          "Good for {firm}. About time somebody got this right, and it works wonderfully.",
          "Love it. {count} fewer forms for my mother to fill in.",
          "Honest and clear. I am glad {town} finally has people who can count."]
BLAME = ["{percent}? On my street it was far worse. A disgrace.",
         "Another {money} gone and the bus is still late. Terrible.",
         "I don't believe a word of it. {firm} has been lying to {town} for years.",
         "This failed in {year} and it will fail again, an awful waste of {money}."]
PLAIN = ["Does anybody have the source for {money}?",
         "The meeting is on the {day}th, doors open at seven.",
         "In {year} it was {percent}, if I remember correctly.",
         "Which part of {town} is this about?"]


class Dice:
    """SplitMix64: the same numbers on every machine."""

    def __init__(self, seed):
        self.state = (seed * 0x9E3779B97F4A7C15 + 0x1234567) & MASK
        self.roll()

    def roll(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        value = self.state
        value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
        return value ^ (value >> 31)

    def between(self, low, high):
        return low + self.roll() % (high - low + 1)

    def often(self, percent):
        return self.roll() % 100 < percent

    def one(self, choices):
        return choices[self.roll() % len(choices)]

    def some(self, choices, count):
        rest = list(choices)
        return [rest.pop(self.roll() % len(rest)) for _ in range(min(count, len(rest)))]


class Story:
    def __init__(self, index):
        self.dice = Dice(index + 1)
        dice = self.dice
        self.town = dice.one(TOWNS)
        self.firms = [dice.one(FIRMS) + " " + dice.one(KINDS) for _ in range(3)]
        self.people = [(dice.one(GIVEN) + " " + dice.one(FAMILY), dice.one(POSTS)) for _ in range(4)]
        self.year, self.month, self.day = dice.between(2018, 2025), dice.between(1, 12), dice.between(1, 28)
        self.tags = sorted(dice.some(TAGS, dice.between(1, 4)))
        self.author = dice.one(GIVEN) + " " + dice.one(FAMILY)
        self.title = "%s %s %d%% as %s counts the cost" % (
            self.firms[0], dice.one(["cuts", "adds", "loses", "wins back"]), dice.between(3, 60), self.town)
        self.name = "%05d-%s" % (index, self.title.lower().replace("%", "").replace(" ", "-"))

    # Words

    def person(self):
        name, post = self.dice.one(self.people)
        return name if self.dice.often(60) else "%s, the %s," % (name, post)

    def money(self):
        dice = self.dice
        shape = dice.between(0, 3)
        if shape == 0:
            return "$%d.%d million" % (dice.between(1, 99), dice.between(1, 9))
        if shape == 1:
            return "€{:,}".format(dice.between(2, 900) * 1000)
        if shape == 2:
            return "$%d.%d billion" % (dice.between(1, 9), dice.between(1, 9))
        return "£%d" % dice.between(12, 990)

    def percent(self):
        return "%d.%d%%" % (self.dice.between(1, 60), self.dice.between(1, 9)) if self.dice.often(40) \
            else "%d%%" % self.dice.between(2, 95)

    def count(self):
        return "{:,}".format(self.dice.between(120, 98000))

    def date(self):
        return "%s %d, %d" % (self.dice.one(MONTHS), self.dice.between(1, 28), self.year)

    # Sentences

    def change(self):
        dice = self.dice
        before = dice.between(100, 900)
        percent = dice.between(5, 55)
        rises = dice.often(50)
        after = round(before * (100 + (percent if rises else -percent)) / 100)
        said = round(abs(after - before) * 100 / before) + (9 if dice.often(8) else 0)
        return "%s %s %d%%, from $%d million to $%d million, according to %s." % (
            dice.one(MEASURES).capitalize(), "rose" if rises else "fell", said, before, after,
            self.person().rstrip(","))

    def share(self):
        dice = self.dice
        total = dice.between(30, 500) * 10
        part = dice.between(total // 10, total - 10)
        said = round(part * 100 / total) + (7 if dice.often(8) else 0)
        return "Of the {:,} {} asked, {:,} said yes, or {}%.".format(total, dice.one(THINGS)[1], part, said)

    def addition(self):
        a, b, c = (self.dice.between(11, 300) for _ in range(3))
        total = a + b + c + (20 if self.dice.often(8) else 0)
        return "%s put $%d million into pipes, $%d million into pumps and $%d million into people, " \
            "$%d million in total." % (self.dice.one(self.firms), a, b, c, total)

    def statement(self):
        dice = self.dice
        thing = dice.one(THINGS)
        forms = [
            lambda: "On %s, %s told the council of %s that %s had reached %s." % (
                self.date(), self.person(), self.town, dice.one(MEASURES), self.percent()),
            lambda: "%s served %s %s last year, more than twice as many as in %d." % (
                dice.one(self.firms), self.count(), thing[1], self.year - dice.between(2, 9)),
            lambda: "“We counted every %s ourselves,” said %s." % (thing[0], self.person().rstrip(",")),
            lambda: "The [full table](https://example.org/tables/%d) gives %s for %s." % (
                dice.between(1, 900), self.money(), self.town),
            lambda: "About %s of **%s** goes to %s, nearly %s." % (
                self.percent(), self.money(), dice.one(self.firms), self.money()),
            lambda: "%s expects between %d and %d %s a day by %s." % (
                dice.one(self.firms), dice.between(10, 40), dice.between(41, 90), thing[1], self.date()),
            lambda: "One in %d %s lives within a mile of the station." % (dice.between(3, 9), thing[0]),
            lambda: "The code `%s-%d` on the form means that %s pays." % (
                self.town[:3].upper(), dice.between(10, 99), dice.one(self.firms)),
        ]
        return dice.one(forms)()

    def sentence(self):
        roll = self.dice.between(0, 99)
        if roll < 8:
            return self.change()
        if roll < 12:
            return self.share()
        if roll < 15:
            return self.addition()
        return self.dice.one(ASIDES) if roll < 38 else self.statement()

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(self.dice.between(3, 6)))

    # Blocks

    def table(self):
        dice = self.dice
        rows = ["| District | %d | %d | Change |" % (self.year - 1, self.year), "|:--|--:|--:|--:|"]
        for town in dice.some(TOWNS, dice.between(3, 6)):
            before = dice.between(100, 999)
            after = before + dice.between(-90, 200)
            rows.append("| %s | %d | %d | %+.1f%% |" % (town, before, after, (after - before) * 100 / before))
        return "\n".join(rows)

    def items(self):
        return "\n".join("- " + self.sentence() for _ in range(self.dice.between(3, 5)))

    def quotation(self):
        return "> " + self.dice.one(ASIDES) + "\n>\n> " + self.person().rstrip(",")

    def body(self):
        dice = self.dice
        blocks = [self.paragraph(), self.paragraph()]
        sections = dice.some(SECTIONS, 8)
        extras = [self.table, self.items, self.quotation]
        target = dice.between(500, 950)
        while sum(len(block.split()) for block in blocks) < target and sections:
            blocks.append(("## " if dice.often(80) else "### ") + sections.pop())
            blocks += [self.paragraph() for _ in range(dice.between(1, 3))]
            if extras and dice.often(55):
                blocks.append(extras.pop(dice.between(0, len(extras) - 1))())
        return "\n\n".join(blocks) + "\n"

    def article(self):
        head = "---\ntitle: \"%s\"\ndate: %04d-%02d-%02d\nauthors: [%s]\ntags: [%s]\nsummary: \"%s\"\n---\n\n" % (
            self.title, self.year, self.month, self.day, self.author, ", ".join(self.tags),
            "What %s changed in %s, and who pays for it." % (self.firms[0], self.town))
        return head + self.body()

    def comments(self):
        dice = self.dice
        # Most articles get a few comments, some get many.
        found = []
        for number in range(dice.between(0, 40) * dice.between(0, 40) // 40):
            sentences = [dice.one(dice.one([PRAISE, BLAME, BLAME, PLAIN])).format(
                person=dice.one(self.people)[0], firm=dice.one(self.firms), town=self.town,
                count=self.count(), percent=self.percent(), money=self.money(),
                year=self.year - dice.between(1, 9), day=dice.between(4, 19))
                for _ in range(dice.between(1, 3))]
            found.append({
                "id": "c%d" % (number + 1),
                "parent": "c%d" % dice.between(1, number) if number and dice.often(35) else None,
                "author": dice.one(GIVEN).lower() + "_" + dice.one(FAMILY).lower()[:5],
                "date": "%04d-%02d-%02dT%02d:%02d:00Z" % (
                    self.year, self.month, min(28, self.day + dice.between(0, 3)), dice.between(0, 23),
                    dice.between(0, 59)),
                "score": dice.between(-9, 80),
                "text": " ".join(sentences),
            })
        return found


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: generate.py COUNT FOLDER")
    folder = sys.argv[2]
    for part in ("articles", "comments"):
        os.makedirs(os.path.join(folder, part), exist_ok=True)
    for index in range(int(sys.argv[1])):
        story = Story(index)
        with open(os.path.join(folder, "articles", story.name + ".md"), "w", encoding="utf-8") as file:
            file.write(story.article())
        with open(os.path.join(folder, "comments", story.name + ".json"), "w", encoding="utf-8") as file:
            json.dump(story.comments(), file, ensure_ascii=False, indent=1)
            file.write("\n")


if __name__ == "__main__":
    main()
