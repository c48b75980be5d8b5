package report

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
)

// keys are the names under which front matter gives what a Report keeps, the first found winning.
var keys = struct{ title, outlet, published, url, byline, lang, note []string }{
	title:     []string{"title", "headline"},
	outlet:    []string{"outlet", "source", "publisher", "site"},
	published: []string{"published", "date"},
	url:       []string{"url", "link"},
	byline:    []string{"byline", "author", "authors"},
	lang:      []string{"lang", "language"},
	note:      []string{"note"},
}

// maxFront is how many bytes front matter may have; a text that begins with a rule is not searched to its end for one.
const maxFront = 64 << 10

// frontMatter is the metadata that a text opens with, between two lines of --- (key: value) or +++ (TOML), and where
// the text proper begins. A text that opens in any other way has none, and begins at 0.
func frontMatter(text string) (f Facts, body int) {
	first, rest, ok := cutLine(text)
	fence := strings.TrimRight(first, " \t\r")
	if !ok || fence != "---" && fence != "+++" {
		return Facts{}, 0
	}
	start := len(text) - len(rest)
	for at := start; at < len(text) && at < maxFront; {
		line, after, _ := cutLine(text[at:])
		next := len(text) - len(after)
		if mark := strings.TrimRight(line, " \t\r"); mark == fence || fence == "---" && mark == "..." {
			var values map[string]string
			if fence == "+++" {
				values = tomlValues(text[start:at])
			} else {
				values = yamlValues(text[start:at])
			}
			if values == nil {
				return Facts{}, 0
			}
			return factsOf(values), next
		}
		at = next
	}
	return Facts{}, 0
}

// cutLine splits text after its first line end; ok is false when there is none.
func cutLine(text string) (line, rest string, ok bool) {
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		return text[:i], text[i+1:], true
	}
	return text, "", false
}

func factsOf(values map[string]string) Facts {
	first := func(names []string) Fact {
		for _, name := range names {
			if f := (Fact{Value: values[name]}).by("front matter"); f.Value != "" {
				return f
			}
		}
		return Fact{}
	}
	return Facts{
		Title: first(keys.title), Outlet: first(keys.outlet), Published: first(keys.published),
		URL: first(keys.url), Byline: first(keys.byline), Lang: first(keys.lang), Note: first(keys.note),
	}
}

// yamlValues reads the part of YAML that front matter uses: "key: value" a line, quotes around the value, lists and
// longer values on indented lines below. nil when block is not made of such lines.
func yamlValues(block string) map[string]string {
	values := map[string]string{}
	key, ruled := "", false
	for block != "" {
		line, rest, _ := cutLine(block)
		block = rest
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "" || strings.HasPrefix(trimmed, "#"):
		case key != "" && (line[0] == ' ' || line[0] == '\t' || strings.HasPrefix(line, "- ")):
			values[key] = joined(values[key], unquoted(strings.TrimPrefix(trimmed, "- ")), strings.HasPrefix(trimmed, "- "))
		default:
			name, value, ok := strings.Cut(trimmed, ":")
			if !ok || !isKey(name) || value != "" && value[0] != ' ' && value[0] != '\t' {
				return nil
			}
			key, ruled = strings.ToLower(name), true
			value = strings.TrimSpace(value)
			if strings.Trim(value, "|>+-") == "" {
				value = "" // a longer value follows, indented
			}
			if _, given := values[key]; !given {
				values[key] = listed(value)
			}
		}
	}
	if !ruled {
		return nil
	}
	return values
}

// joined puts a value's further line behind it.
func joined(value, line string, item bool) string {
	switch {
	case value == "":
		return line
	case item:
		return value + ", " + line
	}
	return value + " " + line
}

// listed is a value without its quotes or, for a list in brackets, its items one behind the other.
func listed(value string) string {
	if len(value) < 2 || value[0] != '[' || value[len(value)-1] != ']' {
		return unquoted(value)
	}
	items := strings.Split(value[1:len(value)-1], ",")
	for i := range items {
		items[i] = unquoted(strings.TrimSpace(items[i]))
	}
	return strings.Join(items, ", ")
}

func unquoted(value string) string {
	if len(value) < 2 || value[0] != value[len(value)-1] {
		return value
	}
	switch inner := value[1 : len(value)-1]; value[0] {
	case '"':
		if s, err := strconv.Unquote(value); err == nil { // the escapes of YAML, as far as they are met
			return s
		}
		return inner
	case '\'':
		return strings.ReplaceAll(inner, "''", "'")
	}
	return value
}

func isKey(name string) bool {
	for i, r := range name {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || !(r >= '0' && r <= '9' || r == '_' || r == '-')) {
			return false
		}
	}
	return name != ""
}

// tomlValues reads TOML; nil when block is none.
func tomlValues(block string) map[string]string {
	var parsed map[string]any
	if _, err := toml.Decode(block, &parsed); err != nil || len(parsed) == 0 {
		return nil
	}
	values := map[string]string{}
	for key, v := range parsed {
		switch v := v.(type) {
		case time.Time:
			values[strings.ToLower(key)] = v.Format(time.DateOnly)
		case []any:
			var items []string
			for _, item := range v {
				items = append(items, fmt.Sprint(item))
			}
			values[strings.ToLower(key)] = strings.Join(items, ", ")
		case string, int64, float64, bool:
			values[strings.ToLower(key)] = fmt.Sprint(v)
		}
	}
	return values
}
