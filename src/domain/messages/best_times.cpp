#include "domain/messages/best_times.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"

namespace doorstep::domain::messages {
namespace {

constexpr std::array fillers{
    "please", "best", "only", "times", "time", "between", "in",  "on",  "the",     "is",   "are",  "at",
    "during", "and",  "or",   "every", "day",  "days",    "all", "any", "anytime", "ok",   "okay", "fine",
    "text",   "call", "ring", "email", "me",   "best:",   "i",   "am",  "free",    "home", "a",    "of"};

struct NamedHours {
    std::string_view word;
    TimeOfDay from;
    TimeOfDay until;
};
constexpr std::array parts_of_the_day{
    NamedHours{"morning", {9, 0}, {12, 0}},    NamedHours{"mornings", {9, 0}, {12, 0}},
    NamedHours{"afternoon", {12, 0}, {17, 0}}, NamedHours{"afternoons", {12, 0}, {17, 0}},
    NamedHours{"evening", {17, 0}, {21, 0}},   NamedHours{"evenings", {17, 0}, {21, 0}},
    NamedHours{"daytime", {9, 0}, {17, 0}},
};

constexpr std::array day_names{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

template <class Words>
bool is_among(Words const& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words and times, with dashes between times as "to": "Mon-Fri, 9am-5pm".
std::vector<std::string> words_in(std::string_view text) {
    std::string spaced;
    for (char c : text::lower_ascii(text)) {
        if (c == '-')
            spaced += " to ";
        else
            spaced +=
                c == ',' || c == ';' || c == '.' || c == '\n' || c == '\t' || c == '(' || c == ')' ? ' ' : c;
    }
    std::vector<std::string> words;
    for (auto const part : text::split(spaced, ' ')) {
        if (part.empty()) continue;
        // "6 pm" is one time.
        if ((part == "am" || part == "pm") && !words.empty() && words.back().back() >= '0' &&
            words.back().back() <= '9')
            words.back() += part;
        else
            words.emplace_back(part);
    }
    return words;
}

std::optional<int> day_number(std::string_view word) {
    for (std::size_t n = 0; n < day_names.size(); ++n) {
        std::string_view const name = day_names[n];
        if (word == name || word == std::string(name) + "s" || word == name.substr(0, 3))
            return static_cast<int>(n);
    }
    return std::nullopt;
}

/// Reads one word after another; `failed` once something is not understood.
class Reader {
  public:
    explicit Reader(std::vector<std::string> words) : words_(std::move(words)) {}

    std::optional<Hours> read() {
        while (at_ < words_.size())
            if (!read_one()) return std::nullopt;
        if (days_chosen_) hours_.days = chosen_;
        if (hours_.until && *hours_.until <= hours_.from) return std::nullopt;
        return hours_;
    }

  private:
    std::string_view next(std::size_t ahead = 0) const {
        return at_ + ahead < words_.size() ? std::string_view(words_[at_ + ahead]) : std::string_view{};
    }
    std::optional<TimeOfDay> time(std::size_t ahead = 0) const { return TimeOfDay::parse(next(ahead)); }

    bool read_one() {
        auto const word = next();
        if (word == "after" || word == "from") return take_time(1, &Reader::set_from);
        if (word == "before" || word == "until" || word == "till") return take_time(1, &Reader::set_until);
        if (auto const from = time()) return read_from_time(*from);
        if (auto const day = day_number(word)) return read_day(*day);
        if (word == "weekdays" || word == "weekday") return take_days(0, 4);
        if (word == "weekends" || word == "weekend") return take_days(5, 6);
        for (auto const& part : parts_of_the_day)
            if (part.word == word) {
                ++at_;
                return set_from(part.from) && set_until(part.until);
            }
        if (!is_among(fillers, word)) return false;
        ++at_;
        return true;
    }

    /// "9am to 5pm", "6pm onwards"; a time alone says nothing.
    bool read_from_time(TimeOfDay from) {
        auto const link = next(1);
        if (link == "onwards" || link == "onward") {
            at_ += 2;
            return set_from(from);
        }
        if (link != "to" && link != "and" && link != "until" && link != "till") return false;
        auto const until = time(2);
        if (!until) return false;
        at_ += 3;
        return set_from(from) && set_until(*until);
    }

    /// "Monday", "Monday to Friday"
    bool read_day(int day) {
        if (next(1) == "to") {
            auto const last = day_number(next(2));
            if (!last || *last < day) return false;
            at_ += 2;
            return take_days(day, *last);
        }
        return take_days(day, day);
    }

    bool take_days(int first, int last) {
        for (int day = first; day <= last; ++day) chosen_[static_cast<std::size_t>(day)] = true;
        days_chosen_ = true;
        ++at_;
        return true;
    }

    bool take_time(std::size_t ahead, bool (Reader::*set)(TimeOfDay)) {
        auto const found = time(ahead);
        if (!found) return false;
        at_ += ahead + 1;
        return (this->*set)(*found);
    }
    // Two of a kind ("mornings and evenings") would need two stretches of a day.
    bool set_from(TimeOfDay time) {
        if (from_set_) return false;
        from_set_ = true;
        hours_.from = time;
        return true;
    }
    bool set_until(TimeOfDay time) {
        if (hours_.until) return false;
        hours_.until = time;
        return true;
    }

    std::vector<std::string> words_;
    std::size_t at_ = 0;
    Hours hours_;
    std::array<bool, 7> chosen_{};
    bool days_chosen_ = false;
    bool from_set_ = false;
};

}  // namespace

std::optional<Hours> read_best_times(std::string_view words) { return Reader(words_in(words)).read(); }

Hours office_hours() {
    return {.days = {true, true, true, true, true, false, false}, .from = {9, 0}, .until = TimeOfDay{17, 0}};
}

Instant earliest(Hours const& hours, Instant now) {
    auto const today = london_date(now);
    for (int ahead = 0; ahead <= 7; ++ahead) {
        auto const day = today.plus_days(ahead);
        if (!hours.days[static_cast<std::size_t>(day.weekday()) - 1]) continue;
        auto const from = london_instant(day, hours.from);
        auto const until =
            hours.until ? london_instant(day, *hours.until) : london_midnight(day.plus_days(1));
        if (now < from) return from;
        if (now < until) return now;
    }
    return now;
}

Instant may_leave_at(std::string_view best_times, Instant now) {
    return earliest(read_best_times(best_times).value_or(office_hours()), now);
}

}  // namespace doorstep::domain::messages
