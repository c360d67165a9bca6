// The main key of Double Metaphone (L. Philips, "The Double Metaphone Search Algorithm", C/C++ Users Journal
// 18:6, June 2000), with the differences that British and South Asian names ask for.
// docs/adr/2026-11-21-phonetic-keys.md gives each difference and the names behind it. The codes:
//   A any vowel at the start   F f, v between vowels   H h before a vowel   J j, soft g   K hard c and g, k,
//   q L M N R as written         P p, b                  S s, z, soft c       T t, d, th    W w, v at the
//   start X sh, ch                   Y y before a vowel at the start
#include <algorithm>

#include "base/text.h"
#include "base/text_parts.h"
#include "base/text_respellings.h"

namespace doorstep::text {
namespace {

constexpr std::size_t longest_key = 6;

constexpr bool is_one_of(char character, std::string_view letters) {
    return character != '\0' && letters.find(character) != std::string_view::npos;
}

/// Reads one word of a to z, letter by letter. Positions outside the word hold '\0'.
class Sounding {
  public:
    explicit Sounding(std::string_view word) : word_(word) {}

    std::string key() {
        read_start();
        while (at_ < word_.size() && key_.size() < longest_key) read_letter();
        return key_.substr(0, longest_key);
    }

  private:
    char letter(std::size_t ahead = 0) const {
        return at_ + ahead < word_.size() ? word_[at_ + ahead] : '\0';
    }
    char before(std::size_t back = 1) const { return back <= at_ ? word_[at_ - back] : '\0'; }
    bool here(std::string_view part) const { return word_.substr(at_).starts_with(part); }
    bool here_at_end(std::string_view part) const { return word_.substr(at_) == part; }
    bool after(std::string_view part) const { return word_.substr(0, at_).ends_with(part); }
    static bool is_vowel(char character) { return is_one_of(character, "aeiouy"); }

    void say(std::string_view codes, std::size_t letters) {
        key_ += codes;
        at_ += letters;
    }
    void skip(std::size_t letters = 1) { at_ += letters; }
    /// A letter that is said once when it is written twice.
    void say_once(std::string_view code) { say(code, letter(1) == letter() ? 2 : 1); }

    void read_start() {
        for (std::string_view const silent : {"gn", "kn", "pn", "ps", "wr"})
            if (word_.starts_with(silent)) return skip();
        if (word_.starts_with("x")) return say("S", 1);
        if (word_.starts_with("y") && is_vowel(letter(1))) return say("Y", 1);
        if (word_.starts_with("wh")) return say("W", 2);
        if (word_.starts_with("w") || word_.starts_with("v")) return say("W", 1);
        if (is_vowel(letter())) return say("A", 1);
    }

    void read_letter() {
        switch (letter()) {
            case 'b':
                return say_once("P");
            case 'c':
                return read_c();
            case 'd':
                return read_d();
            case 'f':
                return say_once("F");
            case 'g':
                return read_g();
            case 'h':
                return read_h();
            case 'j':
                return say_once("J");
            case 'k':
                return say_once("K");
            case 'l':
                return say_once("L");
            case 'm':
                return read_m();
            case 'n':
                return say_once("N");
            case 'p':
                return read_p();
            case 'q':
                return say("K", letter(1) == 'q' ? 2 : 1);
            case 'r':
                return say_once("R");
            case 's':
                return read_s();
            case 't':
                return read_t();
            case 'v':
                return say_once("F");
            case 'w':
                return read_w();
            case 'x':
                return say("KS", 1);
            case 'z':
                return here("zh") ? say("J", 2) : say_once("S");
            default:
                return skip();
        }
    }

    void read_c() {
        if (here("ch")) return read_ch();
        if (here("cz")) return say("X", 2);                              // Krawczyk
        if (here("ck") || here("cq") || here("cg")) return say("K", 2);  // McGee as Magee
        if (here("cc") && !is_one_of(letter(2), "eiy")) return say("K", 2);
        return say(is_one_of(letter(1), "eiy") ? "S" : "K", 1);
    }

    void read_ch() {
        bool const greek = at_ == 0 && (here("chr") || here("chl"));
        bool const michael = after("mi") && here("cha");
        bool const lachlan = is_one_of(before(), "aou") && is_one_of(letter(2), "lbms");
        bool const murdoch =
            (here_at_end("ch")) && is_one_of(before(), "ao") && at_ > 1 && !is_vowel(before(2));
        bool const mchugh = at_ == 1 && before() == 'm';
        say(greek || michael || lachlan || murdoch || mchugh ? "K" : "X", 2);
    }

    void read_d() {
        if (here("dg") && is_one_of(letter(2), "eiy")) return say("J", 2);
        if (here("dj")) return say("J", 2);
        return say("T", letter(1) == 'd' || letter(1) == 't' ? 2 : 1);
    }

    void read_g() {
        if (here("gh")) return read_gh();
        if (here("gg")) return say("K", 2);
        if (here_at_end("gn") || here_at_end("gne")) return say("N", 2);
        if (is_one_of(letter(1), "eiy")) return say(is_hard_g() ? "K" : "J", 1);
        return say("K", 1);
    }

    /// Before e, i or y. Within a name it is soft (Roger, Nigel) but for "gee"; at the start mostly hard
    /// before i (Gill, Girish) and soft before e (George, Gerald).
    bool is_hard_g() const {
        if (here("gee") || after("mc") || after("mac")) return true;
        if (at_ > 0) return false;
        for (std::string_view const soft : {"gia", "gio", "giu", "gillia", "giles", "gina", "ginn", "gyl"})
            if (here(soft)) return false;
        if (letter(1) != 'e') return true;
        for (std::string_view const hard : {"gea", "geb", "gel", "gep", "get"})
            if (here(hard)) return true;
        return false;
    }

    void read_gh() {
        auto const last = before();
        if (at_ == 0 || !is_vowel(last)) return say("K", 2);  // Ghafoor, Singh
        if (after("hu") && at_ == 2) return skip(2);          // Hugh, Hughes
        if (here_at_end("gh")) return say(after("gou") || after("clou") || after("rou") ? "F" : "", 2);
        if (letter(2) == 't' || last == 'i') return skip(2);  // Wright, Leighton
        if (last == 'u' && letter(2) != 'l') return skip(2);  // Vaughan
        bool const callaghan = here_at_end("ghan") || here_at_end("gher") || here_at_end("ghy");
        return say(last == 'a' && callaghan ? "H" : "K", 2);
    }

    void read_h() {
        bool const is_said = is_vowel(letter(1)) && (at_ == 0 || is_vowel(before()));
        say(is_said ? "H" : "", 1);
    }

    void read_m() {
        if (here_at_end("mb")) return say("M", 2);
        if (here("mp") && is_one_of(letter(2), "st")) return say("M", 2);  // Thompson
        say_once("M");
    }

    void read_p() {
        if (here("ph")) return say("F", 2);
        say("P", letter(1) == 'p' || letter(1) == 'b' ? 2 : 1);
    }

    void read_s() {
        if (here("sch")) return here("scho") ? say("SK", 3) : say("X", 3);
        if (here("sh")) return say("X", 2);
        if (here("sc") && is_one_of(letter(2), "eiy")) return say("S", 2);
        if (here("sz")) return say("S", 2);
        if (here("sle") && before() == 'i') return skip();  // Carlisle
        say_once("S");
    }

    void read_t() {
        if (here("tch")) return say("X", 3);
        say("T", letter(1) == 't' || letter(1) == 'd' ? 2 : 1);
    }

    /// Silent before a consonant and where a vowel leans on it (Lewis, Howard, Dawood); v in Jawed, Tiwari,
    /// Anwar.
    void read_w() {
        bool const is_v = is_vowel(before()) ? is_one_of(before(), "ai") && is_one_of(letter(1), "aei")
                                             : is_one_of(letter(1), "aeio");
        bool const is_final = here_at_end("wes") || here_at_end("we");
        say(is_v && !is_final ? "F" : "", 1);
    }

    std::string_view word_;
    std::size_t at_ = 0;
    std::string key_;
};

/// Particles that some write apart and some together: "Mc Donald", "O Neill", "Ud Din".
bool joins_the_next_word(std::string_view word) {
    return word == "mc" || word == "mac" || word == "o" || word == "ud";
}

std::string key_of(std::string_view word) {
    bool const is_latin = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!is_latin) return std::string(word);
    auto key = Sounding(respelt(word)).key();
    return key.empty() ? std::string(word) : key;
}

}  // namespace

std::vector<std::string> phonetic_keys(std::string_view name) {
    auto const folded = fold(without_apostrophes(name));
    std::vector<std::string> keys;
    std::string joined;
    for (auto const word : split(folded, ' ')) {
        joined += word;
        if (joins_the_next_word(word)) continue;
        if (!joined.empty()) keys.push_back(key_of(joined));
        joined.clear();
    }
    if (!joined.empty()) keys.push_back(key_of(joined));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

}  // namespace doorstep::text
