package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"

	"github.com/adrg/xdg"

	"parallax/corpus/cache"
	"parallax/corpus/language"
	"parallax/corpus/report"
)

// cacheCommand says what is kept of files that were read.
type cacheCommand struct {
	Clear bool `help:"Take all of it away."`
}

// Help is what --help adds.
func (cacheCommand) Help() string {
	return `What was read of saved pages, PDFs, archives and other files that take time, and which statements of the reports were
linked, is kept below $XDG_CACHE_HOME/parallax (without that, ~/.cache/parallax), at most ` + report.Size(cache.DefaultBytes) + `; what was
used longest ago goes first. It is found again by content, never by a name alone, and not by another build of parallax.
What is damaged is read and linked anew. It holds the texts of your files, for you alone: --no-cache keeps nothing.

Examples:

  parallax cache
  parallax cache --clear

Exit status: 0 something is kept, 1 nothing, 2 the folder could not be read or cleared.
`
}

// Run says how much is kept, and where.
func (c *cacheCommand) Run(p *program) error {
	kept := readings()
	if kept == nil {
		return errors.New("there is no home folder to keep readings in: set HOME or XDG_CACHE_HOME")
	}
	entries, total, err := kept.Use()
	if err == nil && c.Clear {
		entries, err = kept.Remove()
		p.out.printf("%s taken away from %s\n", language.Counted(entries, "reading"), kept.Folder())
	} else if err == nil {
		p.out.printf("%s, %s, in %s\n", language.Counted(entries, "reading"), report.Size(total), kept.Folder())
	}
	p.answered(entries)
	return err
}

// readings is the cache of this user and this build of the program; nil without a folder for it.
func readings() *cache.Cache {
	xdg.Reload()
	if homeless("XDG_CACHE_HOME") {
		return nil
	}
	return cache.Open(filepath.Join(xdg.CacheHome, "parallax", "readings"), build(), cache.DefaultBytes)
}

// build tells builds of the program apart, also those between two releases: by the version, and by the program's file.
func build() string {
	b := version()
	if path, err := os.Executable(); err == nil {
		if info, err := os.Stat(path); err == nil {
			b += " " + strconv.FormatInt(info.Size(), 10) + " " + info.ModTime().UTC().String()
		}
	}
	return b
}
