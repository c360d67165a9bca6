#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "legal/law.h"
#include "legal/standards.h"

/// What a Law is made of; included by the law_*.cpp files only.
namespace doorstep::legal {

/// Whether some bodies may use a power, for a stretch of time.
struct WhoRow {
    std::vector<std::string> bodies;
    bool may = false;
    std::string reason;
    std::vector<std::string> instead;
    std::string opened_by;  ///< a pending provision: once in force, these bodies may
    Provision rule;         ///< its dates, nations, source and evidence
};

struct Power {
    std::string id;
    std::string title;
    std::vector<std::string> aliases;
    std::vector<WhoRow> rows;
};

struct RequirementRow {
    std::string title;
    std::vector<std::string> powers;
    std::string when;
    bool is_duty = true;
    bool is_bar = false;
    Provision rule;
};

struct ConsequenceRow {
    std::string event;
    std::string title;
    std::string opens;
    std::string when;
    std::string deadline;  ///< id of a provision or standard; empty: none
    Provision rule;
};

/// How long an order of one kind and age band may last, by ids of provisions.
struct TermRow {
    std::string kind;
    std::string title;
    std::string respondent;  ///< "a respondent under 18"; empty: whoever it is
    std::string age_from;    ///< id of the youngest age of this row; empty: none
    std::string age_below;   ///< id of the first age that is too old for this row; empty: none
    std::string longest;     ///< from the day it was made
    std::string shortest;
    std::string extension;  ///< longest extension, from the day after the order as it stands ends
    std::string total;      ///< longest of all, with extensions, from the day it was made
    bool may_be_open = false;
};

struct LawData {
    Standards standards = Standards::defaults();
    std::vector<LawSubject> subjects;
    std::vector<Provision> provisions;
    std::vector<LawName> bodies;
    std::vector<LawName> landlords;  ///< those of `bodies` that let homes
    std::vector<LawName> circumstances;
    std::vector<LawName> events;
    std::vector<Power> powers;
    std::vector<RequirementRow> requirements;
    std::vector<ConsequenceRow> consequences;
    std::vector<TermRow> terms;
    std::vector<std::string> problems;  ///< of the files

    std::unordered_map<std::string_view, std::vector<Provision const*>> by_id;
    /// After `provisions` is complete.
    void index();
};

/// Every file of law/ but the calendars and examples.
LawData read_embedded_law();
/// Adds what one file holds.
void read_law_file(std::string_view name, std::string_view toml, LawData& data);

/// For the .cpp files that answer questions.
struct LawParts {
    static LawData const& of(Law const& law) { return *law.data_; }
    static Law make(LawData data);
};

ProvisionUsed used(Provision const& provision);
/// Days from which no period can be counted in years of four digits.
std::optional<Refusal> too_far_away(Date day);
tl::unexpected<Refusal> unknown_law_id(std::string_view what, std::string_view id);

}  // namespace doorstep::legal
