package cache

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"parallax/corpus/whole"
)

// abandoned is how old a file that was begun must be to be nobody's: between its being made and its being locked another
// program could take it for one that was left.
const abandoned = time.Hour

// sweep takes away what programs that were killed while they wrote have left.
func (c *Cache) sweep() {
	files, err := os.ReadDir(c.folder)
	if err != nil {
		return
	}
	for _, f := range files {
		if name, left := strings.CutPrefix(f.Name(), "."); left {
			info, err := f.Info()
			if key, _, left := strings.Cut(name, ending+"."); left && err == nil && time.Since(info.ModTime()) > abandoned {
				whole.Sweep(filepath.Join(c.folder, key+ending))
			}
		}
	}
}

// count learns how much is kept already, once.
func (c *Cache) count() {
	if c.used >= 0 {
		return
	}
	c.sweep()
	all, _ := c.entries() // what cannot be listed cannot be dropped either
	c.used = 0
	for _, e := range all {
		c.used += e.size
	}
}

// drop takes those entries away that were used longest ago, until three quarters of the bound are left, so that it is not
// done for every entry. What another program has taken away meanwhile is gone too.
func (c *Cache) drop() {
	all, _ := c.entries()
	slices.SortFunc(all, func(a, b entry) int { return a.used.Compare(b.used) })
	c.used = 0
	for _, e := range all {
		c.used += e.size
	}
	for _, e := range all {
		if c.used <= c.bound/4*3 {
			return
		}
		if err := os.Remove(e.path); err == nil || os.IsNotExist(err) {
			c.used -= e.size
		}
	}
}
