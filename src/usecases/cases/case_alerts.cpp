#include "usecases/cases/case_alerts.h"

#include "base/text.h"

namespace doorstep::usecases::cases {
namespace {

using domain::people::SafeContact;
using domain::people::Side;
using storage::people::PersonOnCase;

bool limits_us(SafeContact const& safe) {
    return !(safe.telephone_allowed && safe.voicemail_allowed && safe.text_allowed && safe.email_allowed &&
             safe.letter_allowed && safe.visit_allowed);
}

std::string named(PersonOnCase const& entry) {
    if (entry.person) return entry.person->name;
    return entry.part.description.empty() ? "Unknown person" : entry.part.description;
}

std::string about(PersonOnCase const& entry, std::string const& words) { return named(entry) + ": " + words; }

std::string safe_words(SafeContact const& safe) {
    auto words = domain::people::safe_contact_words(safe);
    if (!safe.best_times.empty()) words += " Best times: " + safe.best_times + ".";
    return words;
}

}  // namespace

std::string adjustment_words(SafeContact const& safe) {
    std::vector<std::string> words;
    if (!safe.interpreter.empty()) words.push_back("Interpreter: " + safe.interpreter);
    if (safe.sign_language) words.emplace_back("British Sign Language");
    if (safe.large_print) words.emplace_back("Large print");
    if (safe.language == "cy") words.emplace_back("Writes in Welsh");
    if (!safe.adjustments.empty()) words.push_back(safe.adjustments);
    if (words.empty()) return {};
    auto sentence = text::join(words, ". ");
    if (!sentence.ends_with('.')) sentence += '.';
    return sentence;
}

std::vector<CaseAlert> case_alerts(domain::cases::CaseFile const& file,
                                   std::vector<PersonOnCase> const& people,
                                   std::vector<storage::cases::LinkedCase> const& visible_links,
                                   std::vector<domain::people::WarningMarker> const& markers_in_force) {
    std::vector<CaseAlert> alerts;
    if (file.restricted)
        alerts.push_back({AlertKind::restricted, "Restricted",
                          "Only named people can open this case. " + file.restricted_reason});
    if (file.in_danger)
        alerts.push_back({AlertKind::in_danger, "Danger", "Someone was said to be in danger."});
    if (file.self_harm)
        alerts.push_back({AlertKind::self_harm, "Self-harm", "Self-harm or suicide was mentioned."});
    std::vector<CaseAlert> safe;
    std::vector<CaseAlert> adjustments;
    for (auto const& entry : people) {
        if (entry.part.left_on || entry.part.side == Side::complained_about || !entry.safe_contact) continue;
        if (!entry.safe_contact->any_way())
            alerts.push_back({AlertKind::no_safe_way, "No safe way to make contact",
                              about(entry, "no safe way was given.")});
        else if (limits_us(*entry.safe_contact))
            safe.push_back(
                {AlertKind::safe_contact, "Safe contact", about(entry, safe_words(*entry.safe_contact))});
        if (auto words = adjustment_words(*entry.safe_contact); !words.empty())
            adjustments.push_back({AlertKind::adjustments, "Adjustments", about(entry, words)});
    }
    alerts.insert(alerts.end(), safe.begin(), safe.end());
    alerts.insert(alerts.end(), adjustments.begin(), adjustments.end());
    for (auto const& marker : markers_in_force)
        for (auto const& entry : people)
            if (entry.part.id == marker.person)
                alerts.push_back({AlertKind::warning_marker, "Warning until " + date_words(marker.until_on),
                                  about(entry, marker.warning) + ". " + marker.precaution});
    for (auto const& link : visible_links)
        if (link.kind == domain::cases::LinkKind::counter_allegation)
            alerts.push_back({AlertKind::counter_allegation, "Counter-allegation",
                              "Another case, " + link.reference +
                                  ", has the sides the other way round. Tell neither side about the other."});
    return alerts;
}

}  // namespace doorstep::usecases::cases
