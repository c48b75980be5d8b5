// Package cache keeps what was read of files, and what reports were found to say in common, so that a folder is quick to open
// again. [Open] a folder and hand [Cache.Read] to package source in the place of report.Read, which it asks for whatever is not
// kept; the cache itself is the store that package corpus asks for links ([Cache.Fetch], [Cache.Keep]).
//
// An entry is a file named after everything that its reading depends on: the SHA-256 of the file's bytes, its name, what
// sources.json says of it, the limits, and the program that read it; a new program therefore finds nothing of an old one,
// and an old reading of the same bytes is found by hashing them again. Nothing that is kept is trusted: an entry begins
// with its own key and a checksum of the rest, and what does not hold is read from the file anew and replaced. Whoever can
// write could make entries that hold, so a folder that others can write, or own, is left alone. Nor does anything depend
// on the folder: where it cannot be used the files are read as ever, and [Cache.Err] says why.
//
// Plain text and Markdown are not kept, because to read them is as quick as to read an entry.
//
// Two programs may use one folder at once: an entry is written whole or not at all, and one that is taken away meanwhile is
// one that is not there.
package cache

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"parallax/corpus/report"
	"parallax/corpus/whole"
)

// DefaultBytes is how much is kept unless somebody says otherwise.
const DefaultBytes = 256 << 20

// largest is how long an entry may be: a longer one is neither written nor read.
const largest = 32 << 20

// magic begins an entry: what it is, and the version of its form.
const magic = "parallax reading 1\n"

// ending ends the names of entries, so that no other file is taken for one.
const ending = ".reading"

// Cache is a folder of readings. Its methods may be called from several goroutines.
type Cache struct {
	folder  string
	program string
	bound   int64

	usable func() bool // whether the folder is this user's alone, or is not there yet; asked once

	writing chan struct{} // has one for each entry that is being written

	lock sync.Mutex
	used int64                        // bytes of all entries; -1 before they were counted
	err  error                        // the first time that something could not be kept
	last map[string][sha256.Size]byte // key of what was kept last, by name
}

// Open is the cache in a folder, which is made when something is kept, of at most bound bytes. program tells versions of
// the program apart: readings of another are not found.
func Open(folder, program string, bound int64) *Cache {
	c := &Cache{folder: folder, program: program, bound: bound, writing: make(chan struct{}, writers), used: -1, last: map[string][sha256.Size]byte{}}
	c.usable = sync.OnceValue(c.alone)
	return c
}

// alone reports whether nobody else can put anything into the folder. If somebody can, why nothing is kept is noted.
func (c *Cache) alone() bool {
	info, err := os.Lstat(c.folder)
	if err != nil || info.IsDir() && own(info) {
		return true // what is wrong with one that cannot be looked at shows when it is made
	}
	c.lock.Lock()
	defer c.lock.Unlock()
	c.err = unkept(fmt.Errorf("%s is not yours alone", c.folder))
	return false
}

// Folder is where the entries are.
func (c *Cache) Folder() string { return c.folder }

// Err is why something could not be kept, nil when all could.
func (c *Cache) Err() error {
	c.lock.Lock()
	defer c.lock.Unlock()
	return c.err
}

// Read is report.Read, from the cache where it holds the file's reading.
func (c *Cache) Read(ctx context.Context, f report.File, l report.Limits) report.Reading {
	if f.Cheap() || ctx.Err() != nil || !c.usable() {
		return report.Read(ctx, f, l)
	}
	key := c.key(f, l)
	if r, ok := c.fetch(key, f.Path); ok {
		return r
	}
	r := report.Read(ctx, f, l)
	if ctx.Err() == nil {
		c.keep(key, r, f.Path)
	}
	return r
}

// key is everything that a reading depends on, but for the folder that the file is in.
func (c *Cache) key(f report.File, l report.Limits) [sha256.Size]byte {
	l = l.Or(report.DefaultLimits)
	return sha256.Sum256(fmt.Appendf(nil, "%s%q %x %q %q %t %d", magic, c.program, sha256.Sum256(f.Data), f.Name, fmt.Sprint(f.Facts), f.Chapters,
		[]int64{l.Bytes, l.Archive, l.Unpack, int64(l.Entries), int64(l.Depth), int64(l.Time)}))
}

func (c *Cache) path(key [sha256.Size]byte) string {
	return filepath.Join(c.folder, hex.EncodeToString(key[:])+ending)
}

// seldom is how long ago an entry may have been marked as used before it is marked again.
const seldom = 24 * time.Hour

// fetch is the reading that is kept under key, if it is what was written.
func (c *Cache) fetch(key [sha256.Size]byte, path string) (r report.Reading, ok bool) {
	data, ok := c.find(key)
	if !ok {
		return r, false
	}
	r, err := report.Unpack(data, path)
	if err != nil {
		return report.Reading{}, false
	}
	return r, true
}

// Fetch is the bytes that this program kept under key, if they are what was written.
func (c *Cache) Fetch(key [sha256.Size]byte) (data []byte, ok bool) {
	if !c.usable() {
		return nil, false
	}
	return c.find(c.entryKey(key))
}

// Keep keeps bytes under a key of which nothing else is an entry, in the background, in the place of what was kept under the
// same name before by this cache: a folder that is watched all day leaves one of a name. pack makes them, on another goroutine.
// That they cannot be kept is no matter.
func (c *Cache) Keep(name string, key [sha256.Size]byte, pack func() ([]byte, error)) {
	if !c.usable() || c.Err() != nil {
		return
	}
	key = c.entryKey(key)
	c.put(key, pack, func(err error) {
		if err == nil {
			c.replaced(name, key)
		}
	})
}

// replaced takes away what was kept under a name before.
func (c *Cache) replaced(name string, by [sha256.Size]byte) {
	c.lock.Lock()
	defer c.lock.Unlock()
	before, again := c.last[name]
	c.last[name] = by
	if !again || before == by {
		return
	}
	if info, err := os.Stat(c.path(before)); err == nil && os.Remove(c.path(before)) == nil {
		c.used -= info.Size()
	}
}

// entryKey is the key under which this program keeps what somebody else has a key for.
func (c *Cache) entryKey(key [sha256.Size]byte) [sha256.Size]byte {
	return sha256.Sum256(fmt.Appendf(nil, "%s%q found %x", magic, c.program, key))
}

// find is the data of the entry under key.
func (c *Cache) find(key [sha256.Size]byte) (data []byte, ok bool) {
	name := c.path(key)
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > largest {
		return nil, false
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	all, err := io.ReadAll(io.LimitReader(f, largest+1))
	if err != nil {
		return nil, false
	}
	if data, ok = opened(all, key); !ok {
		return nil, false
	}
	if now := time.Now(); now.Sub(info.ModTime()) > seldom {
		_ = os.Chtimes(name, now, now) // what is used is not dropped; a folder that cannot be written keeps it anyway
	}
	return data, true
}

// sealed is data as an entry: what it is, its key, a checksum, the rest.
func sealed(data []byte, key [sha256.Size]byte) []byte {
	sum := sha256.Sum256(data)
	return bytes.Join([][]byte{[]byte(magic), key[:], sum[:], data}, nil)
}

// opened is the data of an entry, if it is whole and that of key.
func opened(entry []byte, key [sha256.Size]byte) (data []byte, ok bool) {
	rest, ok := bytes.CutPrefix(entry, append([]byte(magic), key[:]...))
	if !ok || len(rest) < sha256.Size {
		return nil, false
	}
	data = rest[sha256.Size:]
	return data, sha256.Sum256(data) == [sha256.Size]byte(rest)
}

// writers is how many entries are written at once: a disk takes about as long to make sure of several as of one.
const writers = 4

// keep keeps a reading, in the background: reading goes on while the disk makes sure of it. That it cannot is noted once and
// ends the trying.
func (c *Cache) keep(key [sha256.Size]byte, r report.Reading, path string) {
	if c.Err() != nil {
		return
	}
	data, err := r.Pack(path)
	if err != nil {
		return
	}
	c.put(key, func() ([]byte, error) { return data, nil }, func(err error) {
		c.lock.Lock()
		defer c.lock.Unlock()
		if c.err == nil && err != nil {
			c.err = unkept(err)
		}
	})
}

// put writes an entry in the background, and tells whether it could. What is too large to be one is not written.
func (c *Cache) put(key [sha256.Size]byte, pack func() ([]byte, error), done func(error)) {
	c.writing <- struct{}{}
	go func() {
		defer func() { <-c.writing }()
		data, err := pack()
		if err != nil {
			return
		}
		if entry := sealed(data, key); int64(len(entry)) <= min(largest, c.bound) {
			done(c.write(c.path(key), entry))
		}
	}()
}

// write writes an entry, and drops others when there is too much.
func (c *Cache) write(path string, entry []byte) error {
	if err := os.MkdirAll(c.folder, 0o700); err != nil {
		return err
	}
	c.lock.Lock()
	c.count()
	c.lock.Unlock()
	if err := whole.Replace(path, entry, 0o600); err != nil {
		if _, there := os.Stat(path); there == nil && runtime.GOOS == "windows" {
			return nil // another program has it open, that keeps the same: a name stands for what it holds
		}
		return err
	}
	c.lock.Lock()
	defer c.lock.Unlock()
	if c.used += int64(len(entry)); c.used > c.bound {
		c.drop()
	}
	return nil
}

// Flush waits until everything is written that is being written. A program calls it before it ends.
func (c *Cache) Flush() {
	for range writers {
		c.writing <- struct{}{}
	}
	for range writers {
		<-c.writing
	}
}

// unkept says what it means that the folder cannot be written.
func unkept(err error) error {
	return fmt.Errorf("what was read is not kept: %w: it goes on without; --no-cache does not try", err)
}

// Remove takes all entries away, and says how many there were.
func (c *Cache) Remove() (entries int, err error) {
	c.lock.Lock()
	defer c.lock.Unlock()
	all, err := c.entries()
	c.sweep()
	for _, e := range all {
		if wrong := os.Remove(e.path); wrong != nil && !os.IsNotExist(wrong) {
			return entries, wrong
		}
		entries++
	}
	c.used = -1
	return entries, err
}

// Use is how many entries there are, and their bytes together.
func (c *Cache) Use() (entries int, total int64, err error) {
	all, err := c.entries()
	for _, e := range all {
		total += e.size
	}
	return len(all), total, err
}

// entry is a file of the cache.
type entry struct {
	path string
	size int64
	used time.Time
}

// entries is all that is kept; none where there is no folder.
func (c *Cache) entries() (all []entry, err error) {
	files, err := os.ReadDir(c.folder)
	if os.IsNotExist(err) {
		return nil, nil
	}
	for _, f := range files {
		if info, err := f.Info(); err == nil && info.Mode().IsRegular() && isEntry(f) {
			all = append(all, entry{filepath.Join(c.folder, f.Name()), info.Size(), info.ModTime()})
		}
	}
	return all, err
}

// isEntry reports whether a file of the folder has the name of an entry.
func isEntry(f fs.DirEntry) bool {
	return len(f.Name()) == 2*sha256.Size+len(ending) && filepath.Ext(f.Name()) == ending
}
