#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "legal/law.h"
#include "storage/commencements.h"
#include "usecases/context.h"

/// The law that the program counts by, for people (A14): what it says, from when, on whose word.
namespace doorstep::usecases::law {

enum class LawFilter { all, in_force, pending, not_confirmed, to_be_checked };
constexpr auto enum_names(LawFilter) {
    return std::array{EnumName{LawFilter::all, "all", "Everything"},
                      EnumName{LawFilter::in_force, "in-force", "In force today"},
                      EnumName{LawFilter::pending, "pending", "Not yet in force"},
                      EnumName{LawFilter::not_confirmed, "not-confirmed", "Not confirmed"},
                      EnumName{LawFilter::to_be_checked, "to-be-checked", "To be checked again"}};
}

struct LawQuery {
    std::string subject;  ///< empty: every subject
    LawFilter filter = LawFilter::all;
    std::string words;  ///< in id, title, source or note; empty: no matter
};

struct LawRowView {
    legal::Provision provision;
    bool is_in_force = false;   ///< today
    bool is_check_due = false;  ///< last checked longer ago than the standard for it
    bool has_proposal = false;
};

struct LawSubjectView {
    legal::LawSubject subject;
    std::vector<LawRowView> rows;
};

struct CommencementView {
    storage::commencements::StoredCommencement stored;
    std::string title;
    std::string value_words;  ///< what will apply
    std::string now_words;    ///< what applies until then; empty: nothing
    std::string proposed_by;
    std::string decided_by;
    bool may_decide = false;  ///< the viewer may, and did not propose it
};

struct LawView {
    std::vector<LawSubjectView> subjects;         ///< those with rows that the query finds
    std::vector<legal::LawSubject> all_subjects;  ///< that have provisions
    std::vector<CommencementView> waiting;
    int found = 0;
    int in_all = 0;
};
/// Refused for whoever may not see the law.
Expected<LawView> view_law(Context& context, LawQuery const& query);

struct ProvisionView {
    std::string id;
    std::string title;
    std::vector<LawRowView> rows;             ///< in the order of their start; pending ones last
    std::vector<CommencementView> proposals;  ///< newest first; also those decided
    /// Tenancies of pending rows for which the viewer may propose a start; nothing stands for "either".
    std::vector<std::optional<legal::Tenancy>> may_start;
};
/// Refused (not_found) for an id that does not exist.
Expected<ProvisionView> view_provision(Context& context, std::string_view id);
Expected<CommencementView> view_commencement(Context& context, std::string_view proposal_id);

}  // namespace doorstep::usecases::law
