package session

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"

	"parallax/corpus/brief"
)

// keeper writes one session's files. It is for one goroutine at a time.
//
// "Saved" means: in the files that a program finds which opens the session now. A lock file, a journal or a whole folder may
// be removed or replaced while they are open, by hand, by a cleaner, by a program that synchronises folders; what is written
// to them then is on no disk that anyone will read. So the keeper looks before it writes, that it writes where it should,
// and after the sync, that what it wrote stands under its name; only then is it saved. The journal is locked too, not the
// lock file alone, because as long as it stands no other program can write to it, whatever happens to the lock file.
type keeper struct {
	disk      disk
	path      string
	guard     guard    // the lock; nil while it is not held
	unguarded error    // why the lock keeps nobody out; nil when it does
	file      editable // the journal; nil while it is not open
	journal   any      // which file the journal was when it was opened last; nil before, and where files cannot be told apart
	size      int64    // bytes of the journal that are on disk and good
	dirty     bool     // the journal may have more than those
	stamp     stamp    // the checkpoint as it is known, so that it need not be read again
	sum       [32]byte // SHA-256 of its bytes; of none, when there is no checkpoint
	gone      error    // why the files are no longer the keeper's; nil while they are
	aside     []byte   // what has to be set aside before anything is written
	into      string   // the file for it
	broken    bool     // the checkpoint has to be written before the journal goes on
	known     uint64   // the last action on disk when the session was read without the lock
	floor     int64    // journalLimit, or less for tests
	limit     int64    // the size of the journal at which a checkpoint is due
}

// journalLimit is how large a journal grows, in bytes, before a checkpoint stands for it.
const journalLimit = 1 << 20

var (
	// errChanged says that the files are not what was read.
	errChanged = errors.New("another program has changed the session meanwhile; write it elsewhere")
	// errGone is wrapped by the errors of a keeper whose files are no longer its own.
	errGone = errors.New("while it was open")
)

func newKeeper(d disk, path string, limit int64) *keeper {
	return &keeper{disk: d, path: path, floor: limit, limit: limit, sum: sha256.Sum256(nil)}
}

// lock makes the session's folder and takes its lock, and that of the journal when there is one.
func (k *keeper) lock() error {
	if k.guard != nil {
		return nil
	}
	if err := k.disk.MakeFolder(filepath.Dir(k.path)); err != nil {
		return err
	}
	guard, err := k.disk.Lock(k.path + lockSuffix)
	if guard == nil {
		return err
	}
	k.guard, k.unguarded = guard, err
	if !k.disk.Exists(k.path + journalSuffix) {
		return nil
	}
	// Another program whose lock file was removed still has its journal. What else may be wrong with it is found when it is
	// written to.
	if held := (*heldError)(nil); errors.As(k.open(), &held) {
		k.close()
		return held
	}
	return nil
}

// learn takes over what was read, under the lock.
func (k *keeper) learn(l *loaded) {
	k.size, k.dirty, k.aside, k.broken = l.journalSize, l.stale, l.aside, l.broken
	k.stamp, k.sum = l.stamp, l.sum
	if len(k.aside) > 0 {
		k.into = k.path + damagedSuffix
		for n := 2; k.disk.Exists(k.into); n++ {
			k.into = k.path + damagedSuffix + "-" + strconv.Itoa(n)
		}
	}
	k.disk.Sweep(k.path)
	k.disk.Sweep(k.path + damagedSuffix)
}

// stands is nil when a program that opens the session now finds what the keeper has written, and nobody else can write
// there. Otherwise the keeper never writes there again.
func (k *keeper) stands() error {
	if k.gone == nil {
		k.gone = k.astray()
	}
	return k.gone
}

func (k *keeper) astray() error {
	if !k.guard.Holds() {
		// Only the lock file may be gone. Whoever was here meanwhile has left traces, which are looked for below.
		guard, err := k.disk.Lock(k.path + lockSuffix)
		var held *heldError
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return fmt.Errorf("the session's folder was removed %w", errGone)
		case errors.As(err, &held):
			return fmt.Errorf("the session's lock was removed %w, and another parallax has it now", errGone)
		case guard == nil:
			return fmt.Errorf("the session's lock was removed %w: %w", errGone, err)
		}
		k.guard.Release()
		k.guard = guard
	}
	if k.file != nil {
		size, named := k.file.Stands()
		switch {
		case !named:
			return fmt.Errorf("the session's journal was removed %w", errGone)
		case !k.dirty && size != k.size:
			return fmt.Errorf("the session's journal was changed %w", errGone)
		}
	}
	if !k.isCheckpoint() {
		return fmt.Errorf("the session's file was removed or changed %w", errGone)
	}
	return nil
}

// isCheckpoint reports whether the checkpoint on disk is the known one. A copy that was put in its place is as good.
func (k *keeper) isCheckpoint() bool {
	now := k.disk.Stamp(k.path)
	if now == k.stamp {
		return true
	}
	data, err := readIfAny(k.disk, k.path)
	if err != nil || (data == nil) != (k.stamp == stamp{}) || sha256.Sum256(data) != k.sum {
		return false
	}
	k.stamp = now
	return true
}

// ready makes the journal fit to be written to. It may be called again after it failed.
func (k *keeper) ready(b *brief.Brief) error {
	if k.gone != nil {
		return k.gone
	}
	if k.guard == nil {
		if err := k.lock(); err != nil {
			return err
		}
		l, err := load(k.disk, k.path)
		if err != nil || l.brief.Seq != k.known {
			k.close()
			return errors.Join(errChanged, err)
		}
		k.learn(l)
	}
	if err := k.stands(); err != nil {
		return err
	}
	if len(k.aside) > 0 {
		if err := errors.Join(k.disk.Replace(k.into, k.aside), k.disk.SyncFolder(filepath.Dir(k.into))); err != nil {
			return err
		}
		k.aside = nil
	}
	if k.broken {
		if err := k.checkpoint(b); err != nil {
			return err
		}
	}
	if err := k.open(); err != nil {
		return err
	}
	if !k.dirty {
		return nil
	}
	err := errors.Join(k.file.Truncate(k.size), k.file.Sync())
	k.dirty = err != nil
	return err
}

func (k *keeper) open() error {
	if k.file != nil {
		return nil
	}
	f, err := k.disk.Edit(k.path + journalSuffix)
	if err != nil {
		return err
	}
	if err := k.disk.SyncFolder(filepath.Dir(k.path)); err != nil {
		return errors.Join(err, f.Close())
	}
	return k.know(f)
}

// know makes f the journal, unless the one that was open before is gone: a write failed and closed it, and it was removed or
// replaced before it could be opened again. One that is empty is new, and may be written anew; what stands in another is not
// the session's.
func (k *keeper) know(f editable) error {
	before, now := k.journal, k.disk.Stamp(k.path+journalSuffix).file
	size, named := f.Stands()
	gone := before != nil && (!named || size < k.size || now != before && size > 0)
	if !gone || named && size == 0 {
		k.file, k.journal = f, now
	}
	if !gone {
		return nil
	}
	k.gone = fmt.Errorf("the session's journal was removed %w", errGone)
	if k.file == nil {
		return errors.Join(k.gone, f.Close())
	}
	return k.gone
}

// append puts lines at the end of the journal. When it returns nil they are on disk, where a new program finds them. After
// an error the journal is as it was, or will be made so before the next write; the pages that a failed sync left behind are
// never trusted, so what was to be written is written again.
func (k *keeper) append(lines []byte, b *brief.Brief) error {
	if err := k.ready(b); err != nil {
		return err
	}
	k.dirty = true
	_, err := k.file.WriteAt(lines, k.size)
	if err == nil {
		err = k.file.Sync()
	}
	if err != nil {
		k.file.Close()
		k.file = nil
		return err
	}
	k.size += int64(len(lines))
	k.dirty = false
	return k.stands()
}

// due reports whether a checkpoint should stand for the journal.
func (k *keeper) due() bool { return k.size >= k.limit }

// checkpoint writes b as the checkpoint and empties the journal, whose actions b must hold. When it returns nil, a new
// program finds b.
func (k *keeper) checkpoint(b *brief.Brief) error {
	data, err := checkpoint(b)
	if err != nil {
		return err
	}
	if err := k.stands(); err != nil {
		return err
	}
	k.limit *= 2 // should it fail, it is not tried again with every line
	if err := k.disk.Replace(k.path, data); err != nil {
		return err
	}
	k.stamp, k.sum = k.disk.Stamp(k.path), sha256.Sum256(data)
	if k.stamp.size != int64(len(data)) {
		k.stamp = stamp{} // somebody was quicker: what is there now has to be read
	}
	if err := k.disk.SyncFolder(filepath.Dir(k.path)); err != nil {
		return err
	}
	k.limit = max(k.floor, 2*int64(len(data)))
	k.size, k.dirty, k.broken = 0, true, false
	return k.ready(b)
}

// tidy leaves the checkpoint alone behind: for a session whose journal is empty. It says when the session does not stand.
func (k *keeper) tidy() error {
	if err := k.stands(); err != nil {
		return err
	}
	if k.size == 0 && !k.dirty && !k.broken && len(k.aside) == 0 {
		err := k.disk.Remove(k.path + journalSuffix)
		if k.file != nil {
			k.file.Close()
			k.file = nil
		}
		if err != nil { // Windows removes no file that is open
			_ = k.disk.Remove(k.path + journalSuffix)
		}
	}
	return k.stands()
}

// close gives back what the keeper holds.
func (k *keeper) close() {
	if k.file != nil {
		k.file.Close()
		k.file = nil
	}
	if k.guard != nil {
		k.guard.Release()
		k.guard = nil
	}
}
