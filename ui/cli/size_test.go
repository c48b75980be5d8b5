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
	for _, want := range []string{"1", "1500", "500KiB", "8MiB", "1536MiB", "2GiB", "20000000"} {
		var got size
		if err := got.UnmarshalText([]byte(want)); err != nil || got.String() != want {
			t.Errorf("%s is written %s (%v)", want, got, err)
		}
	}
	for _, written := range []string{"", "MiB", "-1", "0", "8XB", "8 Mi", "1e30", "NaN", "inf", "8MiBx"} {
		var got size
		if err := got.UnmarshalText([]byte(written)); err == nil {
			t.Errorf("%s is taken for %d", written, got)
		}
	}
}
