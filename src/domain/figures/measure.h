#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/enum_names.h"

/// What is counted, as data: standards/figures/*.toml has every measure with its definition in words.
namespace doorstep::domain::figures {

/// The kinds of record that measures count, each by a day of its own (the cohort). What `a`, `b`, `c` and
/// `number` of a tally hold:
///   opened         cases by the day they were opened      category, harm group, channel; 1 for hate
///   closed         closings by their day                  outcome; days from the first opening
///   reopened       reopenings by their day
///   contacts       contacts by the day they were made     result
///   intervals      promised contacts by the day due       first or update, verdict
///   first-plans    first plans by the day due             -, verdict
///   first-risks    first risk assessments by day due      -, verdict
///   steps          steps of plans by the day due          -, verdict
///   interventions  steps taken by their day               catalogue code; 1 for legal
///   triage         decisions on reports by their day      path, step of everyday noise
///   rights         cases by the day they were opened      told or not-told (Victims' Code)
///   surveys        surveys by the day they fell due       state
///   answers        answers of completed surveys, by the day the survey fell due
///                                                         question, option; wording
///   comments       comments by the day they were said     kind, category
/// A verdict is "kept" or "not-kept"; "waiting" before its day has come, "stopped" when the case closed
/// first, "dropped" when a step was taken off the plan.
enum class Source {
    opened,
    closed,
    reopened,
    contacts,
    intervals,
    first_plans,
    first_risks,
    steps,
    interventions,
    triage,
    rights,
    surveys,
    answers,
    comments
};
constexpr auto enum_names(Source) {
    return std::array{EnumName{Source::opened, "opened", "Cases opened"},
                      EnumName{Source::closed, "closed", "Closings"},
                      EnumName{Source::reopened, "reopened", "Reopenings"},
                      EnumName{Source::contacts, "contacts", "Contacts"},
                      EnumName{Source::intervals, "intervals", "Promised contacts"},
                      EnumName{Source::first_plans, "first-plans", "First plans"},
                      EnumName{Source::first_risks, "first-risks", "First risk assessments"},
                      EnumName{Source::steps, "steps", "Steps of plans"},
                      EnumName{Source::interventions, "interventions", "Steps taken"},
                      EnumName{Source::triage, "triage", "Decisions on reports"},
                      EnumName{Source::rights, "rights", "Cases opened"},
                      EnumName{Source::surveys, "surveys", "Surveys"},
                      EnumName{Source::answers, "answers", "Answers"},
                      EnumName{Source::comments, "comments", "Comments"}};
}

/// What kind of number a measure is.
enum class Way {
    count,  ///< how many
    share,  ///< how many of how many
    said,   ///< how many of those asked gave a good answer (survey)
    days,   ///< mean, median and longest
    open,   ///< how many were open at the end of the period's last day
    rate    ///< cases opened since 1 April for each 1,000 homes (Tenant Satisfaction Measure NM01)
};
constexpr auto enum_names(Way) {
    return std::array{EnumName{Way::count, "count", "Count"},
                      EnumName{Way::share, "share", "Share"},
                      EnumName{Way::said, "said", "Share of answers"},
                      EnumName{Way::days, "days", "Days"},
                      EnumName{Way::open, "open", "Open"},
                      EnumName{Way::rate, "rate", "Rate"}};
}

/// Which tallies: any of the codes; all of them where there are none.
struct Choice {
    std::vector<std::string> a;
    std::vector<std::string> b;
    std::optional<std::int64_t> number;

    bool takes(std::string_view tally_a, std::string_view tally_b, std::int64_t tally_number) const;
};

/// By which code of the tally a measure falls into parts.
enum class Split { none, a, b, c };
constexpr auto enum_names(Split) {
    return std::array{EnumName{Split::none, "none", ""}, EnumName{Split::a, "a", ""},
                      EnumName{Split::b, "b", ""}, EnumName{Split::c, "c", ""}};
}

struct Measure {
    std::string id;     ///< "first-contact": in addresses, on the command line, in frozen papers
    std::string title;  ///< "First contact in time"
    std::string group;  ///< heading it stands under
    Way way = Way::count;
    Source source = Source::opened;
    Choice base;           ///< what is looked at; for a count, what is counted
    Choice counted;        ///< which of those count, for a share
    std::string question;  ///< answers only: the `measure` of the survey questions it rests on
    Split split = Split::none;
    std::string split_title;  ///< "Case type"
    std::string list;         ///< the dated list that names the parts; else `parts`
    std::vector<std::pair<std::string, std::string>> parts;  ///< code and words
    std::string definition;
    std::string counted_words;  ///< "first contacts made in time"
    std::string base_words;     ///< "first contacts that fell due"
    std::string cohort;         ///< "by the day the contact was due"
    std::string left_out;       ///< what is not counted, and why
    std::string ambition;       ///< the landlord's standard that says what the share should be; may be empty
    std::string beside;         ///< the same promise as people remember it, or as we recorded it
    std::optional<Date> collected_from;
    bool is_headline = false;  ///< a card at the top of the figures
    bool is_public = false;    ///< on the performance page

    bool is_survey() const {
        return source == Source::answers || source == Source::surveys || source == Source::comments;
    }
};

/// One cell of what storage counted.
struct Tally {
    Source source = Source::opened;
    int period = 0;     ///< which of the periods asked for
    std::string group;  ///< code of the area, type, officer or harm group; empty when not broken down
    std::string a;
    std::string b;
    std::string c;
    std::int64_t number = 0;
    std::int64_t count = 0;
};

/// By what a measure can be broken down.
enum class Dimension { area, type, officer, harm_group, risk };
constexpr auto enum_names(Dimension) {
    return std::array{EnumName{Dimension::area, "area", "Area"},
                      EnumName{Dimension::type, "type", "Case type"},
                      EnumName{Dimension::officer, "officer", "Officer"},
                      EnumName{Dimension::harm_group, "harm-group", "Harm group"},
                      EnumName{Dimension::risk, "risk", "Risk"}};
}

}  // namespace doorstep::domain::figures
