package names

import "testing"

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"Ann Lee": "Ann Lee", "Oba\u200bma": "Obama", "\u202eNitup\u202c": "Nitup", "co\u00adop": "coop", "Łódź": "Łódź", "": "",
	} {
		if got := visible(in); got != want {
			t.Errorf("visible(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestMixed(t *testing.T) {
	for in, want := range map[string]bool{
		"Putin": false, "Путин": false, "Putиn": true, "Vladimir Путин": false, "Αthens": true, "al-Assad": false, "Łódź": false, "東京 Tokyo": false,
	} {
		if got := mixed(in); got != want {
			t.Errorf("mixed(%q) = %v", in, got)
		}
	}
}
