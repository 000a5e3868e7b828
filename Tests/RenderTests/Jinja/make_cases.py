#!/usr/bin/env python3
"""Renders templates with Jinja2 itself and writes what it gives to cases.json.

    pip install Jinja2==3.1.6
    python3 Tests/RenderTests/Jinja/make_cases.py

JinjaTests.swift then holds Assay's own engine to the same bytes. A case is a name, its templates
("main" is rendered), its context, and the output.
"""

import json
import pathlib
import jinja2
from markupsafe import Markup

CASES = []


def case(name, main, context=None, **templates):
    CASES.append((name, {"main": main, **{k.replace("_html", ".html"): v for k, v in templates.items()}}, context or {}))


PEOPLE = [
    {"name": "Ann", "age": 31, "city": "Oslo"},
    {"name": "bob", "age": 27, "city": "Bergen"},
    {"name": "Cleo", "age": 45, "city": "oslo"},
    {"name": "Dag", "age": 27, "city": "Bergen"},
]

# Output and escaping
case("plain text", "Hello, world.\n\nLast line.\n")
case("a trailing newline is dropped once", "a\n\n")
case("escaping", "{{ x }} <a title=\"{{ x }}\">", {"x": "<b> & \"q\" 'a' é 😀"})
case("html is not escaped", "{{ x }}{{ y|safe }}", {"x": Markup("<i>ok</i>"), "y": "<b>"})
case("numbers", "{{ 1 }} {{ 2.0 }} {{ 1.5e3 }} {{ 0.1 + 0.2 }} {{ x }} {{ 1e22 }} {{ 1e-7 }} {{ 1_000 }}", {"x": -12})
case("booleans", "{{ true }} {{ False }} {{ 1 == 1 }}")
case("values are no templates", "{{ x }}", {"x": "{{ y }}{% if %}{# #}"})
case("strings", r"""{{ 'a\'b' }}{{ "c\"d" }}{{ 'tab\tend' }}{{ "\u00e9" }}{{ 'x' 'y' }}""")
case("CRLF", "a\r\n{% if true %}\r\nb\r\n{% endif %}\r\n")
case("braces in text", "{ a } {{ '{{' }} } }} %} #} {x}")
# Paths
case("attributes", "{{ a.b.c }} {{ a['b'].c }} {{ a['b']['c'] }}", {"a": {"b": {"c": "deep"}}})
case("elements", "{{ xs[0] }}{{ xs[-1] }}{{ xs[i] }}{{ xs.1 }}{{ s[1] }}", {"xs": ["a", "b", "c"], "i": 1, "s": "é😀x"})
case("slices", "{{ xs[1:]|join }} {{ xs[:2]|join }} {{ xs[1:3]|join }} {{ xs[-2:]|join }} {{ s[1:3] }} {{ xs[5:]|length }}", {"xs": [1, 2, 3, 4], "s": "héllo"})
case("map by variable", "{{ m[k] }}", {"m": {"x": 1, "y": 2}, "k": "y"})
# Operators
case("arithmetic", "{{ 1 + 2 * 3 }} {{ (1 + 2) * 3 }} {{ 7 // 2 }} {{ -7 // 2 }} {{ 7 % 3 }} {{ -7 % 3 }} {{ 7 / 2 }} {{ 4 / 2 }} {{ 2 ** 10 }} {{ 2 ** -1 }} {{ -3 }} {{ +4 }} {{ 7.5 // 2 }} {{ -7.5 % 2 }}")
case("precedence", "{{ 1 ~ 2 * 3 }} {{ not true and false }} {{ true or false and false }} {{ 2 * 3 ** 2 }} {{ 2 ** 3 ** 2 }} {{ -2 ** 2 }} {{ 10 - 2 - 3 }}")
case("comparison", "{{ 1 < 2 }} {{ 2 <= 2.0 }} {{ 'a' < 'b' }} {{ 'Z' < 'a' }} {{ 1 == 1.0 }} {{ 1 != 2 }} {{ 1 < 2 < 3 }} {{ 1 < 3 < 2 }} {{ [1, 2] < [1, 3] }} {{ 'a' == x }}", {"x": Markup("a")})
case("membership", "{{ 2 in [1, 2] }} {{ 'b' not in 'abc' }} {{ 'k' in m }} {{ 'z' in m }} {{ '' in 'abc' }} {{ 3 in (1, 2) }}", {"m": {"k": 1}})
case("logic gives operands", "{{ '' or 'b' }} {{ 'a' and 'b' }} {{ 0 or 'zero' }} {{ 'x' or y }}")
case("inline if", "{{ 'a' if x else 'b' }} {{ 'a' if not x else 'b' }} [{{ 'a' if not x }}] {{ 1 if false else 2 if false else 3 }}", {"x": 1})
case("concatenation", "{{ 'a' ~ 1 ~ 2.5 ~ '<' }} {{ '<' ~ h }}", {"h": Markup("<b>")})
case("string addition", "{{ 'a' + '<' }} {{ h + '<' }} {{ ([1] + [2])|join(',') }}", {"h": Markup("<b>")})
case("truth", "{% for x in xs %}{{ 'y' if x else 'n' }}{% endfor %}", {"xs": [0, 1, 0.0, "", "a", [], [0], {}, {"a": 1}, None, True, False, Markup("")]})
# if, for, set
case("if elif else", "{% for x in [1, 2, 3, 4] %}{% if x == 1 %}one{% elif x == 2 %}two{% elif x == 3 %}three{% else %}many{% endif %} {% endfor %}")
case("nested if", "{% if a %}{% if b %}ab{% else %}a{% endif %}{% endif %}", {"a": True, "b": False})
case("loop variables", "{% for x in 'abc' %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}{{ x }};{% endfor %}")
case("loop else", "{% for x in [] %}x{% else %}none{% endfor %}{% for x in [1] %}x{% else %}none{% endfor %}")
case("loop if", "{% for x in range(10) if x is odd and x > 2 %}{{ loop.index }}:{{ x }}/{{ loop.length }} {% endfor %}")
case("loop if else", "{% for x in range(3) if x > 5 %}{{ x }}{% else %}nothing{% endfor %}")
case("loop over pairs", "{% for k, v in m.items() %}{{ k }}={{ v }},{% endfor %}{% for a, b in [(1, 2), [3, 4]] %}{{ a + b }} {% endfor %}", {"m": {"z": 1, "a": "<"}})
case("loop over map", "{% for k in m %}{{ k }}{% endfor %}{% for v in m.values() %}{{ v }}{% endfor %}{% for k in m.keys() %}{{ k }}{% endfor %}", {"m": {"z": 1, "a": 2}})
case("loop neighbours", "{% for x in [1, 2, 3] %}{{ loop.previtem if not loop.first else '-' }}{{ x }}{{ loop.nextitem if not loop.last else '-' }} {% endfor %}")
case("cycle", "{% for x in range(5) %}{{ loop.cycle('odd', 'even') }} {% endfor %}")
case("nested loops", "{% for row in rows %}{{ loop.index }}[{% for x in row %}{{ loop.index }}{{ x }}{% endfor %}]{{ loop.last }}{% endfor %}", {"rows": [[1, 2], [], [3]]})
case("loop scope", "{% set x = 'outer' %}{% for x in [1, 2] %}{{ x }}{% endfor %}{{ x }}{% for y in [1, 2, 3] %}[{{ x }}{% set x = y %}{{ x }}]{% endfor %}{{ x }}")
case("tuples in loops", "{% for x in 1, 2, 3 %}{{ x }}{% endfor %}{% for x in (4,) %}{{ x }}{% endfor %}{% for x in () %}{% else %}empty{% endfor %}")
case("set", "{% set a = 1 %}{% set b, c = 2, 3 %}{{ a }}{{ b }}{{ c }}{% set a = a + 10 %}{{ a }}")
case("set in if leaks", "{% if true %}{% set a = 5 %}{% endif %}{{ a }}")
case("block set", "{% set a %}<b>{{ x }}</b>{% endset %}{{ a }}{{ a|upper }}{{ a|length }}", {"x": "<"})
case("namespace", "{% set ns = namespace(n=0, s='') %}{% for x in [1, 2, 3] %}{% set ns.n = ns.n + x %}{% set ns.s = ns.s ~ x %}{% endfor %}{{ ns.n }}{{ ns.s }}")
case("with", "{% set a = 1 %}{% with a = 2, b = a %}{{ a }}{{ b }}{% set c = 5 %}{{ c }}{% endwith %}{{ a }}{{ c is defined }}")
case("range", "{{ range(3)|join(',') }} {{ range(2, 5)|join(',') }} {{ range(9, 0, -3)|join(',') }}")
case("loop in loop scope", "{% for x in [1, 2] %}{% set y = x %}{% for z in [y] %}{{ y }}{{ z }}{% set y = 9 %}{{ y }}{% endfor %}{{ y }};{% endfor %}{{ y is defined }}")
# White space
case("minus signs", "a  \n {%- if true -%}  \n b \n {%- endif -%} \n c {{- 'd' -}} e {#- note -#} f")
case("plain tags keep lines", "<ul>\n{% for x in [1, 2] %}\n  <li>{{ x }}</li>\n{% endfor %}\n</ul>\n")
case("comments", "a{# {{ x }} {% if %} #}b{#\nmore\n#}c")
case("raw", "{% raw %}{{ x }} {% if %} {# #}{% endraw %}{%- raw -%}  {{ y }}  {%- endraw -%}  end")
case("tags over lines", "{%\n  if true\n%}yes{%\nendif %}{{\n 1\n+\n2 }}")
case("unicode around tags", "é{{- 'ü' -}}ñ – {{ '😀' }}")
# Inheritance
BASE = "<title>{% block title %}Base{% endblock %}</title>\n{% block body %}<p>{% block inner %}in{% endblock %}</p>{% endblock %}\n<end>"
case("extends", "{% extends 'base.html' %}\n{% block title %}Child{% endblock %}", base_html=BASE)
case("super", "{% extends 'base.html' %}{% block body %}before {{ super() }} after{% endblock %}", base_html=BASE)
case("three levels", "{% extends 'mid.html' %}{% block title %}{{ super() }}-top{% endblock %}{% block inner %}top {{ super() }}{% endblock %}", mid_html="{% extends 'base.html' %}{% block title %}mid-{{ super() }}{% endblock %}{% block inner %}mid{% endblock %}", base_html=BASE)
case("no override", "{% extends 'base.html' %}", base_html=BASE)
case("set above blocks", "{% extends 'base.html' %}{% set x = 'seen' %}{% block title %}{{ x }}{% endblock %}", base_html=BASE + "{{ x }}")
case("set in a block stays there", "{% block a %}{% set x = 1 %}{{ x }}{% endblock %}{{ x is defined }}")
case("scoped block in a loop", "{% for x in [1, 2] %}{% block b scoped %}{{ x }}{{ loop.index }}{% endblock %}{% endfor %}")
case("overridden block in a loop", "{% extends 'base.html' %}{% block row %}<{{ x }}>{% endblock %}", base_html="{% for x in [1, 2] %}{% block row scoped %}{{ x }}{% endblock %}{% endfor %}")
case("super in filter", "{% extends 'base.html' %}{% block title %}{{ super()|upper }}{% endblock %}", base_html=BASE)
case("endblock name", "{% block a %}x{% endblock a %}")
case("new block in override", "{% extends 'mid.html' %}{% block extra %}E{% endblock %}", mid_html="{% extends 'base.html' %}{% block body %}[{% block extra %}e{% endblock %}]{% endblock %}", base_html=BASE)
# include
case("include sees names", "{% set a = 1 %}{% for x in [1, 2] %}{% include 'part.html' %}{% endfor %}", {"site": "S"}, part_html="{{ site }}{{ a }}{{ x }};")
case("include keeps its own sets", "{% set a = 1 %}{% include 'part.html' %}{{ a }}", part_html="{% set a = 2 %}{{ a }}")
case("include of a child", "[{% include 'child.html' %}]", child_html="{% extends 'base.html' %}{% block title %}C{% endblock %}", base_html=BASE)
case("include missing", "a{% include 'nowhere.html' ignore missing %}b")
case("include in a block", "{% extends 'base.html' %}{% block title %}{% set t = 'T' %}{% include 'part.html' %}{% endblock %}", base_html=BASE, part_html="({{ t }})")
case("include in two", "{% include 'a.html' %}{% include 'a.html' %}", a_html="<{% include 'b.html' %}>", b_html="b\n")
# Macros
case("macro", "{% macro m(a, b='x', c=1) %}[{{ a }}{{ b }}{{ c }}]{% endmacro %}{{ m(1) }}{{ m(1, 2) }}{{ m(1, c=3) }}{{ m(a='<') }}")
case("macro value is html", "{% macro m(a) %}<b>{{ a }}</b>{% endmacro %}{{ m('&') ~ '<' }}{{ m('x')|upper }}{% set y = m('q') %}{{ y }}")
case("macro scope", "{% macro m(a) %}{{ a }}{{ g }}{% set z = 1 %}{{ z }}{% endmacro %}{% set a = 'A' %}{{ m(1) }}{{ a }}{{ z is defined }}", {"g": "G"})
case("macro does not see loops", "{% set x = 'top' %}{% macro m() %}{{ x }}{% endmacro %}{% for x in [1, 2] %}{{ m() }}{{ x }}{% endfor %}")
case("recursive macro", "{% macro tree(nodes) %}<ul>{% for n in nodes %}<li>{{ n.t }}{% if n.c %}{{ tree(n.c) }}{% endif %}</li>{% endfor %}</ul>{% endmacro %}{{ tree(nodes) }}", {"nodes": [{"t": "a", "c": [{"t": "b", "c": []}, {"t": "c", "c": [{"t": "d", "c": []}]}]}]})
case("import", "{% import 'm.html' as m %}{{ m.b('x') }}{{ m.c() }}", m_html="text{% macro b(t) %}<b>{{ t }}</b>{% endmacro %}{% macro c() %}{{ b('inner') }}{% endmacro %}")
case("from import", "{% from 'm.html' import b, c as d %}{{ b(1) }}{{ d(2) }}", m_html="{% macro b(t) %}b{{ t }}{% endmacro %}{% macro c(t) %}c{{ t }}{% endmacro %}")
case("macro in a block", "{% extends 'base.html' %}{% macro m(x) %}<{{ x }}>{% endmacro %}{% block title %}{{ m('t') }}{% endblock %}", base_html=BASE)
case("macro with a loop", "{% macro m(xs) %}{% for x in xs %}{{ loop.index }}{{ x }}{% endfor %}{% endmacro %}{% for y in [1, 2] %}{{ loop.index }}:{{ m([y, 5]) }};{% endfor %}")
# Tests
case("tests", "{% for x in xs %}{{ x is none }}{{ x is string }}{{ x is number }}{{ x is integer }}{{ x is float }}{{ x is boolean }}{{ x is mapping }}{{ x is iterable }}{{ x is sequence }}{{ x is true }}{{ x is false }};{% endfor %}", {"xs": [None, "s", 1, 1.5, True, False, {"a": 1}, [1], Markup("h")]})
case("defined", "{{ x is defined }} {{ y is defined }} {{ x.a is defined }} {{ x.b is not defined }} {{ y is undefined }} {{ x.a is defined and x.a > 0 }}", {"x": {"a": 1}})
case("comparing tests", "{{ 3 is odd }} {{ 4 is even }} {{ 9 is divisibleby 3 }} {{ 9 is divisibleby(2) }} {{ 1 is eq 1 }} {{ 1 is ne(2) }} {{ 1 is lt 2 }} {{ 2 is ge 2 }} {{ 2 is in [1, 2] }} {{ 'a' is not equalto 'b' }} {{ 'abc' is lower }} {{ 'ABC' is upper }}")
# Filters
case("default", "{{ x|default('d') }} {{ y|default('d') }} {{ e|default('d') }}[] {{ e|default('d', true) }} {{ m.z|d(5) }} {{ n|default('n', boolean=true) }}", {"x": 1, "e": "", "m": {}, "n": None})
case("case filters", "{{ s|upper }} {{ s|lower }} {{ s|title }} {{ s|capitalize }}", {"s": "hELLO wörld-wide (straße) 'été o'neil"})
case("case filters keep html", "{{ h|upper }} {{ h|title }} {{ h|capitalize }}", {"h": Markup("<b>x</b>")})
case("trim", "[{{ '  a b  '|trim }}] [{{ 'xxaxx'|trim('x') }}]")
case("replace", "{{ 'aaa'|replace('a', 'b') }} {{ 'aaa'|replace('a', 'b', 2) }} {{ 'a<b'|replace('<', '>') }} {{ h|replace('b', '<') }} {{ 'abc'|replace('', '-') }} {{ 'x'|replace('x', h) }}", {"h": Markup("<b>")})
case("truncate", "{{ s|truncate(9) }} {{ s|truncate(11) }} {{ s|truncate(9, true) }} {{ s|truncate(11, false, '…', 0) }} {{ 'short'|truncate }} {{ 'nospaceatall'|truncate(6, leeway=0) }}", {"s": "foo bar baz qux"})
case("length", "{{ xs|length }} {{ 'héllo😀'|length }} {{ m|count }}", {"xs": [1, 2], "m": {"a": 1}})
case("join", "{{ xs|join }} {{ xs|join(', ') }} {{ people|join('; ', attribute='name') }} {{ ['<', h]|join('<') }} {{ ['<', 'b']|join('<') }}", {"xs": [1, "a<", 2.5], "people": PEOPLE, "h": Markup("<i>")})
case("ends", "{{ xs|first }} {{ xs|last }} {{ 'abc'|first }} {{ xs|reverse|join }} {{ 'abé'|reverse }} {{ xs|list|length }}", {"xs": [1, 2, 3]})
case("sort", "{{ xs|sort|join(' ') }} {{ xs|sort(case_sensitive=true)|join(' ') }} {{ xs|sort(reverse=true)|join(' ') }} {{ people|sort(attribute='age,name')|map(attribute='name')|join(' ') }} {{ people|sort(attribute='age', reverse=true)|map(attribute='name')|join(' ') }} {{ [3, 1.5, 2]|sort|join(' ') }}", {"xs": ["b", "A", "a", "C"], "people": PEOPLE})
case("unique", "{{ ['a', 'B', 'A', 'b', 'c']|unique|join }} {{ ['a', 'A']|unique(true)|join }} {{ people|unique(attribute='city')|map(attribute='name')|join(' ') }}", {"people": PEOPLE})
case("sums", "{{ [1, 2, 3]|sum }} {{ people|sum(attribute='age') }} {{ [1.5, 2]|sum(start=10) }} {{ []|sum }} {{ [3, 1, 2]|min }} {{ ['b', 'A']|max }} {{ (people|max(attribute='age')).name }}", {"people": PEOPLE})
case("map", "{{ people|map(attribute='name')|map('upper')|join(',') }} {{ ['a ', ' b']|map('trim')|join }} {{ [{'a': 1}, {}]|map(attribute='a', default=0)|join }}", {"people": PEOPLE})
case("select", "{{ range(6)|select('odd')|join }} {{ range(6)|reject('odd')|join }} {{ [0, 1, '']|select|list|length }} {{ people|selectattr('age', 'gt', 30)|map(attribute='name')|join(',') }} {{ people|rejectattr('city', 'equalto', 'Bergen')|map(attribute='name')|join(',') }} {{ [{'a': 1}, {}]|selectattr('a', 'defined')|list|length }}", {"people": PEOPLE})
case("groupby", "{% for city, them in people|groupby('city') %}{{ city }}: {{ them|map(attribute='name')|join(',') }};{% endfor %}{% for age, them in people|groupby('age') %}{{ age }}{{ them|length }} {% endfor %}", {"people": PEOPLE})
case("batch", "{% for row in range(7)|batch(3, '-') %}{{ row|join }} {% endfor %}{% for row in [1, 2, 3]|batch(2) %}{{ row|join }} {% endfor %}")
case("dictsort", "{% for k, v in m|dictsort %}{{ k }}{{ v }}{% endfor %} {% for k, v in m|dictsort(by='value') %}{{ k }}{% endfor %} {% for k, v in m|items %}{{ k }}{% endfor %} {% for k, v in m|dictsort(true) %}{{ k }}{% endfor %}", {"m": {"b": 1, "A": 3, "c": 2, "B": 0}})
case("round", "{{ 42.55|round }} {{ 42.55|round(1) }} {{ 2.675|round(2) }} {{ 2.5|round }} {{ 3.5|round }} {{ 42.55|round(1, 'floor') }} {{ 42.51|round(0, 'ceil') }} {{ 42|round }} {{ 42.9|round|int }} {{ 1234.5|round(-2) }} {{ 0.1|round(3) }} {{ -2.5|round }} {{ 1.005|round(2) }}")
case("int and float", "{{ '42'|int }} {{ '42.9'|int }} {{ 'x'|int }} {{ 'x'|int(7) }} {{ 3.99|int }} {{ -3.99|int }} {{ ' 5 '|int }} {{ true|int }} {{ '1.5'|float }} {{ 'x'|float }} {{ 2|float }} {{ -5|abs }} {{ -1.5|abs }}")
case("urlencode", "{{ 'a b/c?d=é&\"'|urlencode }} {{ {'q': 'a b&c', 'x/y': 1}|urlencode }}")
case("tojson", "{{ x|tojson }} <script>{{ s|tojson }}</script>", {"x": {"b": [1, 2.5, None, True], "a": "é\u2028 \"q\" \\ \n\t\x01 😀"}, "s": "</script><!-- & '"})
case("escape filters", "{{ '<'|escape }} {{ '<'|e|e }} {{ h|e }} {{ h|forceescape }} {{ '<'|safe|e }} {{ (l|e) ~ '>' }}", {"l": "<", "h": Markup("<b>")})
case("striptags", "{{ '<p>a  <b>b</b>\\n c</p>'|striptags }} {{ '<!-- <b> -->x &amp; y &lt;'|striptags }} {{ 'a < b'|striptags }}")
case("words and lines", "{{ 'one two, three'|wordcount }} {{ 'a\\nb\\n\\nc'|indent(2) }} {{ 'a\\nb'|indent(2, true) }}")
case("filters chain", "{{ people|map(attribute='name')|sort|first|upper|replace('N', 'M')|length + 1 }}", {"people": PEOPLE})
case("filter binding", "{{ -1|abs }} {{ 1 + 2|float }} {{ 'a' ~ 'b'|upper }} {{ (1, 2)|join }} {{ not x|default(false) }}")
case("a page", """{% extends "base.html" %}
{% from "parts.html" import badge %}
{% block title %}{{ article.title }} – {{ super() }}{% endblock %}
{% block body %}
<h1>{{ article.title }}</h1>
{% for claim in article.claims if claim.verdict != "derived" %}
  {%- if loop.first %}<ol>{% endif %}
  <li id="{{ claim.id|e }}" class="{{ loop.cycle('a', 'b') }}">{{ claim.text }} {{ badge(claim.verdict) }}</li>
  {%- if loop.last %}
</ol>{% endif %}
{% else %}
<p>No claims.</p>
{% endfor %}
{% include "foot.html" %}
{% endblock %}
""", {"site": {"name": "Assay & Co"}, "article": {"title": "TAO <fell> 23%", "claims": [
    {"id": "c1", "text": "$332 to $254", "verdict": "consistent"}, {"id": "c2", "text": "x", "verdict": "derived"}, {"id": "c3", "text": "\"70%\"", "verdict": "unsupported"}]}},
     base_html="<!doctype html>\n<title>{% block title %}{{ site.name }}{% endblock %}</title>\n<body>{% block body %}{% endblock %}</body>\n",
     parts_html="{% macro badge(verdict, label=none) %}<span class=\"badge {{ verdict }}\">{{ label or verdict|replace('-', ' ') }}</span>{% endmacro %}",
     foot_html="<footer>{{ site.name }} · {{ article.claims|length }} claims</footer>\n")


def tagged(value):
    """JSON that keeps apart what JSON does not: 1 and 1.0, text and HTML, the order of a map."""
    if value is None:
        return ["none"]
    if isinstance(value, bool):
        return ["boolean", value]
    if isinstance(value, int):
        return ["integer", value]
    if isinstance(value, float):
        return ["number", repr(value)]
    if isinstance(value, Markup):
        return ["html", str(value)]
    if isinstance(value, str):
        return ["string", value]
    if isinstance(value, (list, tuple)):
        return ["list", [tagged(v) for v in value]]
    return ["map", [[k, tagged(v)] for k, v in value.items()]]


def render(templates, context, **options):
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(templates), autoescape=True, undefined=jinja2.StrictUndefined, **options)
    return environment.get_template("main").render(context)


def main():
    rows = []
    for name, templates, context in CASES:
        rows.append({"name": name, "templates": templates, "context": tagged(context), "output": render(templates, context)})
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    path = pathlib.Path(__file__).with_name("cases.json")
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{len(rows)} cases by Jinja2 {jinja2.__version__} in {path}")


if __name__ == "__main__":
    main()
