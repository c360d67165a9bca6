#include "domain/outbound/check.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "domain/outbound/words.h"

namespace doorstep::domain::outbound {
namespace {

constexpr std::array door_words{"flat", "number", "no",   "nr",   "apartment",
                                "apt",  "house",  "unit", "room", "door"};

bool begins_with_digit(std::string_view word) {
    return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

std::vector<std::string> name_parts(std::string_view name) {
    auto parts = folded_words(name);
    std::erase_if(parts, [](std::string const& part) { return text::length(part) < 2 || is_title(part); });
    return parts;
}

bool has(std::vector<std::string> const& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::vector<std::string_view> parts_of_address(std::string_view address) {
    std::vector<std::string_view> parts;
    for (auto const line : text::split(address, '\n'))
        for (auto const part : text::split(line, ','))
            if (!text::trim(part).empty()) parts.push_back(text::trim(part));
    return parts;
}

class Check {
  public:
    Check(std::string_view text, Facts const& facts)
        : text_(text), facts_(facts), words_(words_in(text)), numbers_(long_numbers_in(text)) {
        for (auto const& name : facts.known_names)
            for (auto& part : name_parts(name)) known_parts_.push_back(std::move(part));
        for (auto const part : parts_of_address(facts.own_address))
            own_address_.push_back(folded_words(part));
    }

    std::vector<Finding> run() {
        for (auto const& person : facts_.hidden) {
            worst_ = person.worst;
            name(person);
            address(person);
            telephone(person);
            email(person);
        }
        worst_ = Severity::caution;
        for (auto const& moment : facts_.moments) happened(moment);
        std::stable_sort(found_.begin(), found_.end(), [](Finding const& a, Finding const& b) {
            return a.severity == Severity::block && b.severity != Severity::block;
        });
        return std::move(found_);
    }

  private:
    void add(Severity severity, std::string_view words, std::string reason) {
        if (worst_ == Severity::caution) severity = Severity::caution;
        Finding finding{severity, std::string(text::trim(words)), std::move(reason)};
        if (std::find(found_.begin(), found_.end(), finding) == found_.end())
            found_.push_back(std::move(finding));
    }

    // (1)
    void name(HiddenPerson const& person) {
        auto const parts = name_parts(person.name);
        bool alone = false;
        std::string alone_words;
        for (std::size_t at = 0; at < words_.size(); ++at) {
            auto const& word = words_[at];
            if (!has(parts, word.folded)) continue;
            if (names_in_full(parts, at)) {
                add(Severity::block, person.name, "The name of " + person.who);
                return;
            }
            if (has(known_parts_, word.folded)) continue;
            bool const is_a_name =
                !is_ordinary_word(word.folded) || (word.is_capitalised && !word.starts_sentence);
            if (is_a_name && !alone) {
                alone = true;
                alone_words = as_typed(person.name, word.folded);
            }
        }
        if (alone) add(Severity::caution, alone_words, "Part of the name of " + person.who);
    }

    /// "Ivo Marsh", "Marsh, Ivo", "Ivo J Marsh", "Mr Marsh": with at least one part that is not the reader's.
    bool names_in_full(std::vector<std::string> const& parts, std::size_t at) const {
        auto const& word = words_[at];
        if (at > 0 && is_title(words_[at - 1].folded) && !has(known_parts_, word.folded)) return true;
        for (std::size_t ahead = 1; ahead <= 2 && at + ahead < words_.size(); ++ahead) {
            auto const& next = words_[at + ahead];
            if (has(parts, next.folded) && next.folded != word.folded)
                return !has(known_parts_, word.folded) || !has(known_parts_, next.folded);
            if (text::length(next.folded) > 1) return false;
        }
        return false;
    }

    static std::string as_typed(std::string_view name, std::string_view folded) {
        for (auto const part : text::split(name, ' '))
            if (has(folded_words(part), folded)) return std::string(part);
        return std::string(folded);
    }

    // (2)
    void address(HiddenPerson const& person) {
        for (auto const part : parts_of_address(person.address)) {
            if (auto const code = text::postcode(part); !code.empty()) {
                postcode(code, person);
                continue;
            }
            auto const sequence = folded_words(part);
            if (std::find(own_address_.begin(), own_address_.end(), sequence) != own_address_.end()) continue;
            door(part, sequence, person);
        }
    }

    void door(std::string_view part, std::vector<std::string> const& sequence, HiddenPerson const& person) {
        auto const number = std::find_if(sequence.begin(), sequence.end(), begins_with_digit);
        if (number == sequence.end()) return;
        bool const has_street = sequence.size() >= 2;
        // "Flat 12" as it stands; "4 Mill Lane" by its number and the first word of the street.
        auto const short_form = number == sequence.begin() && sequence.size() > 2
                                    ? std::vector<std::string>(sequence.begin(), sequence.begin() + 2)
                                    : sequence;
        if (has_street && find(words_, short_form) >= 0) {
            add(Severity::block, part, "The address of " + person.who);
            return;
        }
        for (auto const* word : door_words)
            if (find(words_, {word, *number}) >= 0) {
                add(Severity::caution, std::string(word) + " " + *number,
                    "The door number of " + person.who + ": " + std::string(part));
                return;
            }
    }

    void postcode(std::string const& code, HiddenPerson const& person) {
        auto const sequence = folded_words(code);
        if (std::find(own_address_.begin(), own_address_.end(), sequence) != own_address_.end()) return;
        std::string joined;
        for (auto const& word : sequence) joined += word;
        if (find(words_, sequence) >= 0 || find(words_, {joined}) >= 0)
            add(Severity::caution, code, "The postcode of " + person.who);
    }

    // (3)
    static std::string national(std::string_view telephone) {
        std::string digits;
        for (char c : telephone)
            if (c >= '0' && c <= '9') digits += c;
        // Without the leading 0 or country code, which may be written either way.
        return digits.size() > 10 ? digits.substr(digits.size() - 10) : digits;
    }
    void telephone(HiddenPerson const& person) {
        auto const number = national(person.telephone);
        if (number.size() < 9 || number == national(facts_.own_telephone)) return;
        for (auto const& run : numbers_)
            if (run.find(number) != std::string::npos) {
                add(Severity::block, person.telephone, "The telephone number of " + person.who);
                return;
            }
    }
    void email(HiddenPerson const& person) {
        auto const address = text::lower_ascii(text::trim(person.email));
        if (address.empty() || address == text::lower_ascii(text::trim(facts_.own_email))) return;
        if (text::lower_ascii(text_).find(address) != std::string::npos)
            add(Severity::block, person.email, "The e-mail address of " + person.who);
    }

    // (4)
    void happened(Moment const& moment) {
        if (!has_day(moment.day) || !has_time(moment.time)) return;
        auto words = date_words(moment.day);
        add(Severity::caution, words + " at " + moment.time.words(),
            "When something happened that somebody told us of: day and time together can show who it was");
    }
    bool has_day(Date day) const {
        auto const d = std::to_string(day.day());
        auto const m = std::to_string(day.month());
        auto const y = std::to_string(day.year());
        for (auto const& written : {date_words(day), date_words_welsh(day)}) {
            auto const full = folded_words(written);  // "3 june 2026"
            if (full.size() < 3) continue;
            auto const& month = full[1];
            if (find(words_, {d, month}) >= 0 || find(words_, {month, d}) >= 0) return true;
            for (auto const* ending : {"st", "nd", "rd", "th"})
                if (find(words_, {d + ending, month}) >= 0 || find(words_, {d + ending, "of", month}) >= 0)
                    return true;
        }
        return find(words_, {d, m, y}) >= 0 || find(words_, {y, m, d}) >= 0 ||
               find(words_, {d, m, y.substr(2)}) >= 0;
    }
    bool has_time(TimeOfDay time) const {
        auto const hour = std::to_string(time.hour);
        auto const minute = std::to_string(time.minute);
        if (find(words_, folded_words(time.words())) >= 0) return true;
        auto const spoken = time.hour % 12 == 0 ? std::string("12") : std::to_string(time.hour % 12);
        auto const half = std::string(time.hour < 12 ? "am" : "pm");
        auto const padded = time.minute < 10 ? "0" + minute : minute;
        if (time.minute == 0)
            return find(words_, {spoken + half}) >= 0 || find(words_, {spoken, half}) >= 0 ||
                   find(words_, {hour, "0"}) >= 0;
        return find(words_, {spoken, padded + half}) >= 0 || find(words_, {spoken, minute + half}) >= 0 ||
               find(words_, {spoken, minute, half}) >= 0 || find(words_, {hour, minute}) >= 0 ||
               find(words_, {hour + padded}) >= 0;
    }

    std::string_view text_;
    Facts const& facts_;
    Severity worst_ = Severity::block;
    std::vector<Word> words_;
    std::vector<std::string> numbers_;
    std::vector<std::string> known_parts_;
    std::vector<std::vector<std::string>> own_address_;
    std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> check(std::string_view text, Facts const& facts) { return Check(text, facts).run(); }

bool has_block(std::vector<Finding> const& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](Finding const& finding) { return finding.severity == Severity::block; });
}

TermFindings check_term(Term const& term, Facts const& facts, std::vector<std::string> const& may_be_named) {
    auto of_term = facts;
    TermFindings found;
    if (term.forbids_contact)
        for (auto const& name : may_be_named) {
            if (!check(term.words, Facts{.hidden = {HiddenPerson{.name = name}}}).empty())
                found.named.push_back(name);
            of_term.known_names.push_back(name);
        }
    if (term.keeps_out_of_a_place) {
        of_term.hidden.clear();
        for (auto const& person : facts.hidden) {
            auto place = person;
            place.name = place.telephone = place.email = {};
            place.worst = Severity::caution;
            auto rest = person;
            rest.address.clear();
            of_term.hidden.push_back(std::move(rest));
            of_term.hidden.push_back(std::move(place));
        }
    }
    found.findings = check(term.words, of_term);
    return found;
}

}  // namespace doorstep::domain::outbound
