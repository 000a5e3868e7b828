#include "CTheme.h"

// #embed is C23, which clang has as an extension of the standard it compiles by.
#pragma clang diagnostic ignored "-Wc23-extensions"

/* To add a file: an #embed below and a row in the table. Paths are those of templates/. */

#define FILE_BYTES(name) static const unsigned char name[]

FILE_BYTES(article_html) = {
#embed "../../templates/article.html"
};
FILE_BYTES(article_ledger_html) = {
#embed "../../templates/article-ledger.html"
};
FILE_BYTES(assay_css) = {
#embed "../../templates/assets/assay.css"
};
FILE_BYTES(base_html) = {
#embed "../../templates/base.html"
};
FILE_BYTES(chart_css) = {
#embed "../../templates/assets/chart.css"
};
FILE_BYTES(claim_html) = {
#embed "../../templates/claim.html"
};
FILE_BYTES(entities_html) = {
#embed "../../templates/entities.html"
};
FILE_BYTES(entity_html) = {
#embed "../../templates/entity.html"
};
FILE_BYTES(home_html) = {
#embed "../../templates/home.html"
};
FILE_BYTES(ledger_html) = {
#embed "../../templates/ledger.html"
};
FILE_BYTES(ledger_section_html) = {
#embed "../../templates/ledger-section.html"
};
FILE_BYTES(list_html) = {
#embed "../../templates/list.html"
};
FILE_BYTES(macros_html) = {
#embed "../../templates/macros.html"
};
FILE_BYTES(method_html) = {
#embed "../../templates/method.html"
};
FILE_BYTES(not_found_html) = {
#embed "../../templates/404.html"
};
FILE_BYTES(page_html) = {
#embed "../../templates/page.html"
};
FILE_BYTES(partials_article_links_html) = {
#embed "../../templates/partials/article-links.html"
};
FILE_BYTES(partials_foot_html) = {
#embed "../../templates/partials/foot.html"
};
FILE_BYTES(partials_head_html) = {
#embed "../../templates/partials/head.html"
};
FILE_BYTES(partials_masthead_html) = {
#embed "../../templates/partials/masthead.html"
};
FILE_BYTES(search_html) = {
#embed "../../templates/search.html"
};
FILE_BYTES(search_js) = {
#embed "../../templates/assets/search.js"
};
FILE_BYTES(taxonomy_html) = {
#embed "../../templates/taxonomy.html"
};
FILE_BYTES(theme_js) = {
#embed "../../templates/assets/theme.js"
};
FILE_BYTES(tokens_css) = {
#embed "../../templates/assets/tokens.css"
};
FILE_BYTES(thread_html) = {
#embed "../../templates/thread.html"
};

#define FILE_ROW(path, bytes) {path, bytes, sizeof bytes}

static const assay_theme_file files[] = {
    FILE_ROW("404.html", not_found_html),
    FILE_ROW("article-ledger.html", article_ledger_html),
    FILE_ROW("article.html", article_html),
    FILE_ROW("assets/assay.css", assay_css),
    FILE_ROW("assets/chart.css", chart_css),
    FILE_ROW("assets/theme.js", theme_js),
    FILE_ROW("assets/tokens.css", tokens_css),
    FILE_ROW("assets/search.js", search_js),
    FILE_ROW("base.html", base_html),
    FILE_ROW("claim.html", claim_html),
    FILE_ROW("entities.html", entities_html),
    FILE_ROW("entity.html", entity_html),
    FILE_ROW("home.html", home_html),
    FILE_ROW("ledger-section.html", ledger_section_html),
    FILE_ROW("ledger.html", ledger_html),
    FILE_ROW("list.html", list_html),
    FILE_ROW("macros.html", macros_html),
    FILE_ROW("method.html", method_html),
    FILE_ROW("page.html", page_html),
    FILE_ROW("partials/article-links.html", partials_article_links_html),
    FILE_ROW("partials/foot.html", partials_foot_html),
    FILE_ROW("partials/head.html", partials_head_html),
    FILE_ROW("partials/masthead.html", partials_masthead_html),
    FILE_ROW("search.html", search_html),
    FILE_ROW("taxonomy.html", taxonomy_html),
    FILE_ROW("thread.html", thread_html),
};

size_t assay_theme_count(void) { return sizeof files / sizeof files[0]; }

assay_theme_file assay_theme_at(size_t index) { return files[index]; }
