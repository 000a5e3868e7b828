#include "CModels.h"

// #embed is C23, which clang has as an extension of the standard it compiles by.
#pragma clang diagnostic ignored "-Wc23-extensions"

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

MODEL_BYTES(sentiment) = {
#embed "../../Models/sentiment.model"
};

MODEL_BYTES(targets) = {
#embed "../../Models/targets.model"
};

MODEL_BYTES(valence) = {
#embed "../../Models/valence.txt"
};

assay_model assay_sentiment_model(void) { return (assay_model){sentiment, sizeof sentiment}; }

assay_model assay_targets_model(void) { return (assay_model){targets, sizeof targets}; }

assay_model assay_valence_list(void) { return (assay_model){valence, sizeof valence}; }
