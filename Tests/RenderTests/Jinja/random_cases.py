#!/usr/bin/env python3
"""Makes templates at random, renders them with Jinja2 and writes cases like make_cases.py.

    python3 Tests/RenderTests/Jinja/random_cases.py SEED COUNT /tmp/random.json
    ASSAY_JINJA_CASES=/tmp/random.json swift test --filter JinjaTests

Expressions are made by type, so that all are within the subset and none shows a list or None.
What Jinja2 itself refuses (a division by zero, a name out of sight) is made anew.
"""

import json
import random
import sys
from markupsafe import Markup
from make_cases import render, tagged

CONTEXT = {
    "i": 7, "j": -3, "f": 2.5, "g": -0.75, "s": "a <b> & 'c'", "t": "Héllo wörld", "e": "", "y": True, "n": False,
    "h": Markup("<i>x&amp;y</i>"), "xs": [3, 1, 2], "ws": ["b", "A", "c", "<d>"], "em": [],
    "m": {"k": 1, "w": "v>", "p": {"q": "deep"}},
    "rows": [{"n": 2, "t": "two", "u": ["x"]}, {"n": 1, "t": "one", "u": []}, {"n": 2, "t": "TWO", "u": ["y", "z"]}],
}


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.scope = []

    def pick(self, *options):
        return self.r.choice(options)

    def names(self, kind):
        return [name for name, k in self.scope if k == kind]

    def whole(self, d):
        own = self.names("int")
        if d <= 0:
            return self.pick("i", "j", "0", "1", "42", "m.k", "xs[0]", "xs[-1]", "xs|length", "ws|length", *own)
        a, b = self.whole(d - 1), self.whole(d - 1)
        return self.pick(
            f"({a} {self.pick('+', '-', '*', '//', '%')} {b})", f"{self.text(d - 1)}|length", f"-{a}" if a[0] != "-" else a,
            f"({a} if {self.truth(d - 1)} else {b})", f"{self.numbers(d - 1)}|sum", f"({self.fraction(d - 1)})|int", f"({a})|abs",
            f"rows[{self.pick(0, 1, 2)}].n", f"({a} or {b})", f"{self.numbers(d - 1)}|length")

    def fraction(self, d):
        if d <= 0:
            return self.pick("f", "g", "1.5", "0.1", "2.0")
        a, b = self.fraction(d - 1), self.fraction(d - 1)
        return self.pick(f"({a} {self.pick('+', '-', '*')} {b})", f"({a} * {self.whole(d - 1)})", f"({a})|round({self.pick(0, 1, 2)})", f"({self.whole(d - 1)})|float", f"({self.whole(d - 1)} / {self.pick('4', '8', 'i')})")

    def text(self, d):
        own = self.names("str")
        if d <= 0:
            return self.pick("s", "t", "e", "m.w", "m.p.q", "ws[1]", "'lit<'", '"q\'s"', "rows[0].t", *own)
        a, b = self.text(d - 1), self.text(d - 1)
        part = self.pick("'a'", "' '", "'<'", "'l'", "'zz'")
        return self.pick(
            f"({a} ~ {b})", f"({a} ~ {self.whole(d - 1)})", f"({a})|{self.pick('upper', 'lower', 'title', 'capitalize', 'trim', 'reverse')}",
            f"({a})|replace({part}, {b})", f"({a})|truncate({self.r.randint(4, 12)}, {self.pick('true', 'false')}, leeway={self.pick(0, 2)})",
            f"{self.texts(d - 1)}|join({part})", f"({a} if {self.truth(d - 1)} else {b})", f"({a} or {b})", f"({a})|default('d', true)", f"({a})[{self.r.randint(0, 2)}:{self.r.randint(2, 6)}]",
            f"nope|default({a})", f"({a})|urlencode", f"({a} + {b})", f"({a})|string")

    def truth(self, d):
        if d <= 0:
            return self.pick("y", "n", "true", "i", "e", "em", "xs", "nope is defined", "m.k is defined", "m.zz is not defined", "i is odd")
        a, b = self.truth(d - 1), self.truth(d - 1)
        return self.pick(
            f"({a} and {b})", f"({a} or {b})", f"(not {a})", f"({self.whole(d - 1)} {self.pick('<', '<=', '>', '>=', '==', '!=')} {self.whole(d - 1)})",
            f"({self.text(d - 1)} {self.pick('<', '==', '!=', 'in', 'not in')} {self.text(d - 1)})", f"({self.whole(d - 1)} in {self.numbers(d - 1)})",
            f"({self.whole(d - 1)} is {self.pick('even', 'odd', 'number', 'string', 'divisibleby 3')})", f"('k' in m)", f"({self.whole(d - 1)} < {self.whole(d - 1)} < {self.whole(d - 1)})")

    def numbers(self, d):
        if d <= 0:
            return self.pick("xs", "[1, 2]", "em", "range(4)|list", "(5, 6, 5)")
        a = self.numbers(d - 1)
        return self.pick(
            f"[{self.whole(d - 1)}, {self.whole(d - 1)}]", f"({a})|sort", f"({a})|reverse|list", f"({a})|unique|list", f"({a})[{self.r.randint(0, 1)}:]",
            "rows|map(attribute='n')|list", f"({a})|select('odd')|list", f"({a})|sort(reverse=true)", f"({a} + {self.numbers(d - 1)})", "rows|selectattr('u')|map(attribute='n')|list")

    def texts(self, d):
        if d <= 0:
            return self.pick("ws", "['x', '<y>']", "rows|map(attribute='t')|list")
        a = self.texts(d - 1)
        return self.pick(f"[{self.text(d - 1)}, {self.text(d - 1)}]", f"({a})|sort", f"({a})|map('upper')|list", f"({a})|unique|list", f"({a})|sort(case_sensitive=true)", "m.keys()|list", "rows|sort(attribute='n,t')|map(attribute='t')|list", f"[{self.text(d - 1)}, m.w]")

    def output(self):
        kind = self.r.randint(0, 9)
        d = self.r.randint(0, 3)
        if kind < 3:
            inner = self.whole(d)
        elif kind < 5:
            inner = self.fraction(d)
        elif kind < 8:
            inner = self.text(d)
        elif kind < 9:
            inner = self.truth(max(d, 1)) + " and true"
            inner = f"'T' if {inner} else 'F'"
        else:
            inner = self.pick("h", "h ~ s", "s|e", "s|safe", "h|upper", "m|tojson", "s|tojson", "xs|tojson")
        l, r = self.pick("", "", "-"), self.pick("", "", "-")
        return "{{" + l + " " + inner + " " + r + "}}"

    def tag(self, words):
        return "{%" + self.pick("", "", "-") + " " + words + " " + self.pick("", "", "-") + "%}"

    def body(self, d):
        return "".join(self.piece(d) for _ in range(self.r.randint(1, 4)))

    def piece(self, d):
        kind = self.r.randint(0, 9)
        if kind < 3 or d <= 0:
            return self.pick("text ", "\n", "  <b>\n  ", "é", " {# note #} ", "{#- x -#}\n") + self.output()
        if kind < 5:
            rest = self.pick("", self.tag(f"elif {self.truth(1)}") + self.body(d - 1), self.tag("else") + self.body(d - 1))
            return self.tag(f"if {self.truth(2)}") + self.body(d - 1) + rest + self.tag("endif")
        if kind < 8:
            name = self.pick("v", "w", "i", "s")
            is_text = self.r.random() < 0.5
            items = self.texts(1) if is_text else self.numbers(1)
            condition = self.pick("", "", f" if {self.truth(1)}")
            before = list(self.scope)
            self.scope = [entry for entry in self.scope if entry[0] != name] + [(name, "str" if is_text else "int")]
            loop = self.pick("{{ loop.index }}", "{{ loop.revindex0 }}/{{ loop.length }}", "{{ loop.cycle('a', 'b', 'c') }}", "{% if not loop.last %},{% endif %}", "{{ loop.first }}")
            shadowed = name in ("i", "s") and (is_text != (name == "s"))
            inner = (loop + "{{ " + name + " }}") if shadowed else loop + self.body(d - 1)
            self.scope = before
            rest = self.pick("", self.tag("else") + "none")
            return self.tag(f"for {name} in {items}{condition}") + inner + rest + self.tag("endfor")
        name = self.pick("a", "b", "c")
        if kind == 8:
            is_text = self.r.random() < 0.5
            value = self.text(2) if is_text else self.whole(2)
            result = self.tag(f"set {name} = {value}") + "{{ " + name + " }}"
            return result
        return self.tag(f"set {name}") + self.body(d - 1) + self.tag("endset") + "{{ " + name + "|" + self.pick("upper", "length", "trim", "e") + " }}"

    def templates(self):
        if self.r.random() < 0.4:
            base = f"<{self.body(1)}>{{% block a %}}{self.body(2)}{{% endblock %}}|{{% block b %}}{self.body(1)}{{% endblock %}}{self.pick(chr(10), '')}"
            child = "{% extends 'base' %}" + self.pick("", self.tag("set z = 5")) + "{% block a %}" + self.pick("", "{{ super() }}") + self.body(2) + "{% endblock %}"
            if self.r.random() < 0.5:
                child += "{% block b %}{% include 'part' %}{% endblock %}"
            return {"main": child, "base": base, "part": self.body(1)}
        macro = self.pick("", "{% macro k(p, q='dq') %}[{{ p }}{{ q|upper }}]{% endmacro %}{{ k(" + self.text(1) + ") }}{{ k(p=" + self.whole(1) + ", q=" + self.text(1) + ") ~ s }}")
        return {"main": macro + self.body(3) + self.pick("", "{% include 'part' %}"), "part": self.body(1)}


def main():
    seed, count, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    rows, refused, number = [], 0, seed * 1_000_000
    while len(rows) < count:
        number += 1
        templates = Maker(number).templates()
        try:
            output = render(templates, CONTEXT)
        except Exception:
            refused += 1
            continue
        if len(output) > 20_000 or "None" in output or "nan" in output or "inf" in output:
            continue
        rows.append({"name": str(number), "templates": templates, "context": tagged(CONTEXT), "output": output})
    with open(path, "w", encoding="utf-8") as file:
        json.dump(rows, file, ensure_ascii=False)
    print(f"{len(rows)} cases, {refused} that Jinja2 refuses")


if __name__ == "__main__":
    main()
