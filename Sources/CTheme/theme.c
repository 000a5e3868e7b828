#include "CTheme.h"

/* To add a file: an #embed below and a row in the table. Paths are those of templates/. */

static const unsigned char base_html[] = {
#embed "../../templates/base.html"
};

#define FILE_ROW(path, bytes) {path, bytes, sizeof bytes}

const assay_theme_file assay_theme_files[] = {
    FILE_ROW("base.html", base_html),
};

const size_t assay_theme_count = sizeof assay_theme_files / sizeof assay_theme_files[0];
