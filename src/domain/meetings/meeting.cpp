#include "domain/meetings/meeting.h"

#include <algorithm>

#include "base/text.h"

namespace doorstep::domain::meetings {
namespace {

constexpr std::string_view whole_group = "group";

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// Two to four capitals: what stands before a name in a register.
bool looks_like_initials(std::string_view word) {
    return word.size() >= 2 && word.size() <= 4 && std::all_of(word.begin(), word.end(), is_upper);
}

std::int64_t people_with(std::vector<Attendee> const& attendees, std::string_view initials) {
    return std::count_if(attendees.begin(), attendees.end(),
                         [&](Attendee const& one) { return one.initials == initials; });
}

bool sounds_like_a_promise(std::string_view words, std::vector<std::string> const& phrases) {
    auto const lower = " " + text::lower_ascii(words) + " ";
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string const& phrase) {
        return lower.find(" " + text::lower_ascii(phrase)) != std::string::npos;
    });
}

}  // namespace

Date usual_next(Date held_on) {
    constexpr int months_between_meetings = 3;
    auto next = held_on.plus_months(months_between_meetings);
    // On a working day of the week: 28 June 2024 gives Friday 27 September and not Saturday.
    while (next.weekday() == Weekday::saturday || next.weekday() == Weekday::sunday)
        next = next.plus_days(-1);
    return next;
}

std::string initials_of(std::string_view name) {
    std::string initials;
    for (auto const word : text::split(name, ' '))
        if (!word.empty() && ((word[0] >= 'a' && word[0] <= 'z') || is_upper(word[0])))
            initials += static_cast<char>(word[0] >= 'a' ? word[0] - 'a' + 'A' : word[0]);
    return initials;
}

std::vector<Attendee> read_attendees(Part part, std::string_view lines) {
    std::vector<Attendee> attendees;
    for (auto const line : text::split(lines, '\n')) {
        auto const words = text::trim(line);
        if (words.empty()) continue;
        auto const space = words.find(' ');
        auto const first = words.substr(0, space);
        if (space != std::string_view::npos && looks_like_initials(first))
            attendees.push_back({part, std::string(text::trim(words.substr(space + 1))), std::string(first)});
        else
            attendees.push_back({part, std::string(words), initials_of(words)});
    }
    return attendees;
}

std::string attendee_lines(std::vector<Attendee> const& attendees, Part part) {
    std::string lines;
    for (auto const& one : attendees)
        if (one.part == part) lines += one.initials + " " + one.name + "\n";
    return lines;
}

std::vector<Warning> warnings_about(std::vector<Attendee> const& attendees, std::vector<Item> const& items,
                                    std::vector<std::string> const& promise_phrases) {
    std::vector<Warning> warnings;
    for (std::size_t n = 0; n < items.size(); ++n) {
        auto const& item = items[n];
        auto const warn = [&](WarningKind kind, std::string words) {
            warnings.push_back({kind, item.position, std::move(words)});
        };
        if (!item.speaker.empty() && text::lower_ascii(item.speaker) != whole_group) {
            auto const people = people_with(attendees, item.speaker);
            if (people == 0)
                warn(WarningKind::unknown_initials, item.speaker + " is nobody in the attendance register");
            if (people > 1)
                warn(WarningKind::ambiguous_initials,
                     item.speaker + " could be " + std::to_string(people) + " people in the register");
        }
        if (item.action.empty() && item.no_action_because.empty() &&
            sounds_like_a_promise(item.words, promise_phrases))
            warn(WarningKind::promise_without_action, "This sounds like a promise and has no action");
        bool const is_answered = n + 1 < items.size() && items[n + 1].kind == ItemKind::answer;
        if (item.kind == ItemKind::question && !is_answered)
            warn(WarningKind::question_without_answer, "This question has no answer after it");
    }
    return warnings;
}

std::string speaker_words(std::vector<Attendee> const& attendees, std::string_view speaker) {
    if (speaker.empty() || text::lower_ascii(speaker) == whole_group) return "The group";
    if (people_with(attendees, speaker) != 1) return std::string(speaker);
    auto const found = std::find_if(attendees.begin(), attendees.end(),
                                    [&](Attendee const& one) { return one.initials == speaker; });
    return found->name + " (" + found->initials + ")";
}

Expected<Done> check_item(Item const& item, Meeting const& meeting) {
    if (text::trim(item.words).empty()) return refuse_field("no-words", "words", "Enter what was said");
    if (!text::trim(item.action).empty() && text::trim(item.action_owner).empty())
        return refuse_field("no-owner", "action-owner", "Enter who does it");
    if (item.action_due_on && *item.action_due_on < meeting.held_on)
        return refuse_field(
            "due-before", "action-due-on",
            "The day it is due must not be before the meeting on " + date_words(meeting.held_on));
    return Done{};
}

}  // namespace doorstep::domain::meetings
