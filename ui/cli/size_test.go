package cli

import "testing"

func TestSize(t *testing.T) {
	for written, want := range map[string]size{
		"1": 1, "8MiB": 8 << 20, "500k": 500 << 10, "500 KB": 500_000, "1.5GiB": 3 << 29, "20mb": 20_000_000, "10b": 10,
	} {
		var got size
		if err := got.UnmarshalText([]byte(written)); err != nil || got != want {
			t.Errorf("%s: %d, %v, want %d", written, got, err, want)
		}
	}
	for _, written := range []string{"", "MiB", "-1", "0", "8XB", "8 Mi", "1e30", "NaN", "inf", "8MiBx"} {
		var got size
		if err := got.UnmarshalText([]byte(written)); err == nil {
			t.Errorf("%s is taken for %d", written, got)
		}
	}
}
