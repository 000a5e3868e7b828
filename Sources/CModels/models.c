#include "CModels.h"

/* To add a model: an #embed below and a function of its own. Paths are those of Models/. */

#define MODEL_BYTES(name) _Alignas(64) static const unsigned char name[]

MODEL_BYTES(names) = {
#embed "../../Models/names.model"
};
MODEL_BYTES(words) = {
#embed "../../Models/words.model"
};

assay_model assay_names_model(void) { return (assay_model){names, sizeof names}; }

assay_model assay_words_model(void) { return (assay_model){words, sizeof words}; }
