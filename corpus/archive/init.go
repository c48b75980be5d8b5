package archive

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/opensearch-project/opensearch-go/v4"
	"github.com/opensearch-project/opensearch-go/v4/opensearchapi"
)

// stemmed is the object that holds titles and texts cut into stems by their language's rules, one field a language. It is
// searched and never travels.
const stemmed = "stemmed"

// analysers is what cuts a text, by its language.
var analysers = map[string]string{
	"ar": "arabic", "bg": "bulgarian", "bn": "bengali", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
	"en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish",
	"gl": "galician", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "ja": "cjk", "ko": "cjk",
	"lt": "lithuanian", "lv": "latvian", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
	"sv": "swedish", "th": "thai", "tr": "turkish", "zh": "cjk",
}

// Init makes an index for reports. One that is there already stays as it is, and is an error.
func Init(ctx context.Context, o Options, shards int) error {
	a, err := connect(o)
	if err != nil {
		return err
	}
	ctx, cancel := a.within(ctx)
	defer cancel()
	resp, err := a.client.Indices.Create(ctx, opensearchapi.IndicesCreateReq{Index: a.index, Body: encoded(layout(shards))})
	var detail *opensearch.StructError
	if errors.As(err, &detail) && detail.Err.Type == "resource_already_exists_exception" {
		return fmt.Errorf("%s: is there already", a.Name())
	}
	if answer := resp.Inspect().Response; err != nil && answer != nil && answer.StatusCode == http.StatusNotFound {
		return fmt.Errorf("%s: an index cannot be made there (404)", a.Name())
	}
	return a.explain(ctx, err, resp.Inspect())
}

// layout is the index's: texts folded, so that Erdoğan is found as erdogan; stems beside them; outlets and addresses exact. A
// second node takes a copy of everything.
func layout(shards int) object {
	stems := object{}
	for lang, analyser := range analysers {
		stems[lang] = object{"type": "text", "analyzer": analyser}
	}
	keyword, folded := object{"type": "keyword", "ignore_above": 8000}, object{"type": "text", "analyzer": "folded"}
	return object{
		"settings": object{
			"number_of_shards": max(1, shards), "auto_expand_replicas": "0-1",
			"analysis": object{"analyzer": object{"folded": object{"tokenizer": "standard", "filter": []string{"lowercase", "asciifolding"}}}},
		},
		"mappings": object{
			"dynamic": false,
			"_source": object{"excludes": []string{stemmed}},
			"properties": object{
				"title": folded, "text": folded, "byline": folded, "outlet": keyword, "url": keyword, "lang": keyword, "key": keyword,
				"published": object{"type": "date", "format": "strict_date_optional_time||yyyy-MM||yyyy", "ignore_malformed": true},
				"pushed":    object{"type": "date"},
				stemmed:     object{"properties": stems},
			},
		},
	}
}
