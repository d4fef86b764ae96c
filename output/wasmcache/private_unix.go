//go:build unix

package wasmcache

import (
	"os"
	"path/filepath"
	"syscall"
)

// folder is the private folder, made if it is missing; empty where there is none that can be trusted.
func folder() (dir string, act bool) {
	base, err := os.UserCacheDir()
	if err != nil || !filepath.IsAbs(base) {
		return "", true
	}
	if err := os.Mkdir(base, 0o700); err != nil && !os.IsExist(err) {
		return "", true // nor is a home made that is not there
	}
	if base, err = filepath.EvalSymlinks(base); err != nil {
		return "", true
	}
	dir = filepath.Join(base, "dateline")
	if err := os.Mkdir(dir, 0o700); err != nil && !os.IsExist(err) {
		return "", true
	}
	if !private(dir) {
		return "", true
	}
	return dir, true
}

// private tells whether dir, an absolute path without symbolic links, is a directory of ours that nobody else may
// enter, and that nobody else can replace: each folder above it is ours or root's and either not writable for others,
// or sticky, so that only owners may rename what is in it; or it lies in one that others cannot enter.
func private(dir string) bool {
	info, err := os.Lstat(dir)
	if err != nil || !info.IsDir() || info.Mode().Perm() != 0o700 || !ownedBy(info, os.Getuid()) {
		return false
	}
	safe := true
	for up := filepath.Dir(dir); ; up = filepath.Dir(up) {
		info, err := os.Lstat(up)
		if err != nil || !info.IsDir() {
			return false
		}
		mine := ownedBy(info, os.Getuid())
		if mine && info.Mode().Perm()&0o011 == 0 {
			safe = true // closed: whatever is below it is out of reach
		} else if !mine && !ownedBy(info, 0) || info.Mode().Perm()&0o022 != 0 && info.Mode()&os.ModeSticky == 0 {
			safe = false
		}
		if up == filepath.Dir(up) {
			return safe
		}
	}
}

// ownedBy tells whether a file belongs to a user.
func ownedBy(info os.FileInfo, uid int) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == uid
}
