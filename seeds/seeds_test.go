package seeds

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"testing"
)

// sums are the SHA-256 of the files as their publishers' words were taken down. A text that changes is no evidence.
var sums = map[string]string{
	"china-daily.txt":     "a56004d98786e1ea077571a85a0d80214dd7eb56c1a0b726f05ba19e9f9f40e3",
	"gossip-dad.txt":      "9594b92e94058e1f1e3a7ace7a1e70f881ea407769966317a59e38a740c578d9",
	"middle-east-eye.txt": "72c5517eee00ed515faf36eb63564941e8eb9b05d759e2c1a713b6be4fecda5a",
	"nbc-bay-area.txt":    "5aa1ec74dbbf5a9fade4374e7aec81bc8f1d8788066ca4cd079245d89434baf2",
	"press-tv.txt":        "eb06a9fde1a19a4fe438107fe54cf5ddaca6c9e07c07d8628577394c5036ba2a",
	"sources.json":        "c79a518444645b5e0e758edb7244c66042f540d9b7a4eaf4ae619c5dece33019",
}

func TestBytesNeverChange(t *testing.T) {
	names, err := fs.Glob(Files, "*")
	if err != nil || len(names) != len(sums) {
		t.Fatalf("%q are embedded, %v; want %d files", names, err, len(sums))
	}
	for _, name := range names {
		data, err := Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != sums[name] {
			t.Errorf("%s has changed: %x, want %s", name, sum, sums[name])
		}
	}
}

func TestEventAndSources(t *testing.T) {
	data, err := Files.ReadFile("sources.json")
	if err != nil {
		t.Fatal(err)
	}
	var list []struct{ File, Published string }
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	earliest := ""
	for _, s := range list {
		if _, ok := sums[s.File]; !ok {
			t.Errorf("sources.json names %q, which is not embedded", s.File)
		}
		if s.Published != "" && (earliest == "" || s.Published < earliest) {
			earliest = s.Published
		}
	}
	if len(list) != len(sums)-1 || earliest != Date {
		t.Errorf("sources.json has %d reports, the first of %s; want %d, of %s", len(list), earliest, len(sums)-1, Date)
	}
}
