package coding

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"parallax/corpus/qda"
	"parallax/corpus/report"
)

func readQDCFile(t *testing.T, data []byte) (Codebook, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "book.qdc")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return ReadCodebook(path, report.Limits{})
}

// TestExchanged: a codebook that goes out and comes back is what it was, with values, unit and scale.
func TestExchanged(t *testing.T) {
	book := Codebook{
		{Name: "damage", Definition: "What broke.\nNot what was lost."},
		{Name: "voice", Definition: "Whose words.", Values: []string{"mayor", "crew"}, Unit: OfWording},
		{Name: "tone", Values: []string{"low", "high"}, Scale: Ordinal},
	}
	var file bytes.Buffer
	if err := qda.WriteCodebook(&file, book.Exchanged(), ""); err != nil {
		t.Fatal(err)
	}
	got, err := readQDCFile(t, file.Bytes())
	if err != nil || !reflect.DeepEqual(got, book) {
		t.Errorf("got  %+v, %v\nwant %+v", got, err, book)
	}
}

// TestCodebookOfAnother: trees that have no like here are told by the way to each code, and nothing is left out.
func TestCodebookOfAnother(t *testing.T) {
	codable := func(name, description string, under ...qda.Code) qda.Code {
		return qda.Code{Name: name, Description: description, Codable: true, Codes: under}
	}
	var file bytes.Buffer
	codes := []qda.Code{
		codable("actors", "Who acts.", codable("state", ""), codable("parties", "", codable("opposition", "Those without."))),
		{Name: "mood", Codes: []qda.Code{codable("glad", "It shows."), codable("sad", "")}},
	}
	if err := qda.WriteCodebook(&file, codes, ""); err != nil {
		t.Fatal(err)
	}
	got, err := readQDCFile(t, file.Bytes())
	want := Codebook{
		{Name: "actors", Definition: "Who acts."}, {Name: "actors/state"}, {Name: "actors/parties"},
		{Name: "actors/parties/opposition", Definition: "Those without."},
		{Name: "mood", Definition: "glad: It shows.", Values: []string{"glad", "sad"}},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v, %v\nwant %+v", got, err, want)
	}
	if _, err := readQDCFile(t, []byte("<Project/>")); err == nil || !strings.Contains(err.Error(), "book.qdc: it is no REFI-QDA codebook") {
		t.Errorf("%v", err)
	}
}
