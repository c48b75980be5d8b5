package coding

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"parallax/corpus/report"
)

func TestReadCodebook(t *testing.T) {
	want := Codebook{{Name: "casualties", Definition: "Numbers of dead, or wounded."}, {Name: "weather"}}
	voices := Codebook{{Name: "voice", Definition: "Whose words.", Values: []string{"ukraine", "russia"}, Unit: OfWording}, {Name: "tone", Unit: OfReport}}
	for _, c := range []struct {
		name, text string
		want       Codebook
		wrong      string
	}{
		{"book.csv", "\uFEFFName,Definition\r\ncasualties,\"Numbers of dead, or wounded.\"\r\nweather\r\n", want, ""},
		{"bare.csv", "casualties, \"Numbers of dead, or wounded.\"\n\nweather,\n", want, ""},
		{"book.toml", "[[tag]]\nname = \"casualties\"\ndefinition = \"Numbers of dead, or wounded.\"\n[[tag]]\nname = \" weather \"\n", want, ""},
		{"twice.csv", "weather,a\nweather,b\n", nil, "line 2"},
		{"comma.csv", "name,definition\nweather,rain, snow\n", nil, "line 2: there are 3 columns"},
		{"nameless.csv", "a,b\n,c\n", nil, "line 2: the tag has no name"},
		{"quote.csv", "a,\"b\n", nil, "line"},
		{"empty.csv", "name,definition\n", nil, "no tag"},
		{"nameless.toml", "[[tag]]\ndefinition = \"x\"\n", nil, "[[tag]] 1"},
		{"unknown.toml", "[[tag]]\nname = \"a\"\nmeaning = \"x\"\n", nil, "tag.meaning"},
		{"values.csv", "name,unit,values,definition\nvoice,Wording,ukraine | russia,Whose words.\ntone,report\n", voices, ""},
		{"values.toml", "[[tag]]\nname = \"voice\"\ndefinition = \"Whose words.\"\nvalues = [\"ukraine\", \"russia\"]\nunit = \"wording\"\n[[tag]]\nname = \"tone\"\nunit = \"report\"\n", voices, ""},
		{"value-twice.csv", "name,values\nvoice,a|b|a\n", nil, "line 2: the tag \"voice\" has the value \"a\" twice"},
		{"unit.csv", "name,unit\nvoice,page\n", nil, "line 2: the unit of the tag \"voice\" is \"page\""},
		{"column.csv", "name,colour\nvoice,red\n", nil, "line 1: the column \"colour\" is not known"},
		{"as-value.csv", "name,values\nvoice,a\nvoice:a,\n", nil, "line 3: the tag \"voice:a\" comes twice"},
		{"broken.toml", "[[tag]\n", nil, "broken.toml"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), c.name)
			if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
				t.Fatal(err)
			}
			got, err := ReadCodebook(path, report.Limits{})
			if c.wrong != "" {
				if err == nil || !strings.Contains(err.Error(), c.wrong) || !strings.HasPrefix(err.Error(), path) {
					t.Fatalf("got %v, want %s", err, c.wrong)
				}
				return
			}
			if err != nil || !reflect.DeepEqual(got, c.want) {
				t.Fatalf("got %+v, %v", got, err)
			}
		})
	}
	if _, err := ReadCodebook(filepath.Join(t.TempDir(), "none.csv"), report.Limits{}); !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
}

// TestCodebookBinds: what is outside a codebook is told, with what was probably meant.
func TestCodebookBinds(t *testing.T) {
	book := Codebook{{Name: "voice", Values: []string{"ukraine", "russia"}}, {Name: "weather"}, {Name: "war"}}
	if got := book.Tags(); !reflect.DeepEqual(got, []string{"voice:ukraine", "voice:russia", "weather", "war"}) {
		t.Errorf("tags %q", got)
	}
	for tag, want := range map[string]string{
		"voice:rusia": "voice:russia", "Voice:Russia": "voice:russia", "voice:urkaine": "voice:ukraine", "voice": "voice:ukraine",
		"wether": "weather", "wra": "war", "peace": "", "voice:germany": "", "": "", "w": "",
	} {
		if got, _ := book.Nearest(tag); got != want {
			t.Errorf("%q: the nearest is %q, want %q", tag, got, want)
		}
		if book.Has(tag) {
			t.Errorf("%q is in the codebook", tag)
		}
	}
	if got := book.Outside([]string{"war", "voice", "voice:rusia", "voice"}); !reflect.DeepEqual(got, []string{"voice", "voice:rusia"}) {
		t.Errorf("outside: %q", got)
	}
	if got := Codebook(nil).Outside([]string{"war"}); got != nil {
		t.Errorf("outside no codebook: %q", got)
	}
	if c, ok := book.CodeOf("voice:russia"); !ok || c.Name != "voice" {
		t.Errorf("the code of voice:russia is %v", c)
	}
}
