#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/reports/report.h"
#include "forms/form.h"
#include "usecases/reports/send_report.h"

/// The questions of a report, asked of a resident one a page, or by an officer in groups. Their answers stand
/// in the draft as they were typed, under the names of the fields; each page reads its own with its own form.
namespace doorstep::inputs::reports {

using http::Pairs;

/// Every field of every page. A page's form fills in its own members.
struct Answers {
    std::optional<bool> danger;
    std::vector<std::string> kinds;  ///< codes of case types, or "other:" and the code of a signpost
    std::optional<domain::reports::WhoFor> who_for;
    std::optional<domain::reports::Consent> consent;
    std::string postcode;
    std::string place;
    std::string address;  ///< id, or "none"
    std::optional<Date> happened_on;
    std::string happened_about;
    std::optional<domain::reports::StillHappening> still_happening;
    std::optional<domain::reports::HowOften> how_often;
    std::string what;
    std::optional<domain::reports::PeopleKnown> people_known;
    std::string people;
    std::optional<domain::reports::Effect> effect;
    std::vector<std::string> effect_on;  ///< names of EffectOn, or "self-harm"
    std::string effect_text;
    std::vector<std::string> motives;  ///< names of Motive, or "none"
    std::optional<bool> told_before;
    std::optional<domain::reports::ToldWho> told;
    std::optional<Date> told_on;
    std::string told_reference;
    std::string wish;
    std::optional<bool> named;
    std::string name;
    std::vector<std::string> contact_ways;
    std::string telephone;
    std::optional<bool> voicemail;
    std::string email;
    std::string letter_address;
    std::string best_times;
    std::string someone_else;
    std::string name_to_use;
    std::vector<std::string> needs;
    std::string interpreter;
    std::string adjustments;
    // Of reports that somebody writes down.
    std::string channel;
    std::optional<Date> received_on;
    bool restricted = false;
    bool rights_read_out = false;
};

// Names in the draft besides those of the fields.
inline constexpr std::string_view done_name = "~done";  ///< pages answered
inline constexpr std::string_view skipped_name =
    "~skipped";  ///< pages where they said "I do not want to say"
inline constexpr std::string_view earlier_name = "~earlier";  ///< one JSON object each: whom they told before
inline constexpr std::string_view other_kind = "other:";      ///< before the code of a signpost

/// Whether this value is among those chosen for the field.
bool has(Pairs const& answers, std::string_view field, std::string_view value);
void add_once(Pairs& answers, std::string_view field, std::string_view value);
void take_away(Pairs& answers, std::string_view field, std::string_view value);

std::vector<domain::reports::EarlierTelling> earlier_tellings(Pairs const& answers);
void add_earlier(Pairs& answers, domain::reports::EarlierTelling const& earlier);
void remove_earlier(Pairs& answers, std::size_t position);

/// The report that these answers make; channel, dates and draft are the caller's to set.
usecases::reports::SendReport to_send(Answers const& answers, Pairs const& draft, http::Language language);

}  // namespace doorstep::inputs::reports
