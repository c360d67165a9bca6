#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "base/date.h"
#include "support/site/test_site.h"

/// A history of cases that a test writes down or makes up, puts into a database, and can count again by
/// itself in the slowest and plainest way.
namespace doorstep::test {

struct Closing {
    Date closed_on;
    std::string outcome;
    std::optional<Date> reopened_on;
};

struct Promise {
    Date due_on;
    std::optional<Date> met_on;
};

struct IntervalMade {
    std::string kind;
    Date due_on;
    std::optional<Date> ended_on;
    std::optional<bool> kept;
};

struct StepMade {
    Date due_on;
    std::string state = "to-do";
    std::optional<Date> done_on;
};

struct InterventionMade {
    Date used_on;
    std::string code;
    bool legal = false;
};

struct AnswerMade {
    std::string question;
    std::string option;
    int wording = 1;
};

/// What somebody said in their own words, in a survey.
struct CommentMade {
    Date said_on;
    std::string words;
    std::string kind = "not-sorted";
    std::string category;
};

struct SurveyMade {
    Date due_on;
    std::string state = "due";
    std::vector<AnswerMade> answers;
    std::vector<CommentMade> comments;
};

struct CaseMade {
    Date opened_on;
    std::string category = "noise";
    std::string harm_group = "nuisance";
    std::string channel = "telephone";
    bool hate = false;
    int area = 0;     ///< 0 for none
    int officer = 0;  ///< 0 for none
    bool restricted = false;
    std::vector<Closing> closings;
    std::optional<Promise> plan;
    std::optional<Promise> risk;
    std::vector<std::pair<Date, std::string>> contacts;  ///< day and result
    std::vector<IntervalMade> intervals;
    std::vector<StepMade> steps;
    std::vector<InterventionMade> interventions;
    bool told = false;
    std::vector<SurveyMade> surveys;

    bool is_closed() const { return !closings.empty() && !closings.back().reopened_on; }
};

struct ReportMade {
    Date decided_on;
    std::string path;
    std::string noise_step;
};

struct History {
    std::vector<CaseMade> cases;
    std::vector<ReportMade> reports;
};

/// Three areas and three officers, from 1.
struct Places {
    std::vector<AreaId> areas;
    std::vector<domain::accounts::Account> officers;
};
Places make_places(TestSite& site);

/// Stores the history; the references of its cases in order.
std::vector<std::string> store(TestSite& site, History const& history, Places const& places);

/// Takes every case and report away again, so that one site serves many histories.
void clear(TestSite& site);

/// From a file of tests/worked_examples/figures/.
History read_history(std::string const& path);

/// Made up between the two days, as awkward as the records of a real service.
History random_history(std::mt19937& random, Date from, Date until, int cases);

/// What a measure should be. `days` holds every length, in order.
struct Recount {
    std::int64_t counted = 0;
    std::int64_t base = 0;
    std::map<std::string, std::int64_t> parts;
    std::vector<std::int64_t> days;
    bool operator==(Recount const&) const = default;
};
Recount recount(History const& history, std::string const& measure, Period days, Date today);

}  // namespace doorstep::test
