#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "documents/report/report.h"
#include "domain/files/received_file.h"
#include "storage/incidents.h"
#include "storage/legal_actions.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

/// What a court is given, from the file (C26, M-37, M-50): protected details are left out by rule, and what
/// was left out is listed.
struct BundleView {
    cases::CaseHeader header;
    std::string area_and_kind;  ///< the title of the case, which names nobody
    struct Numbered {
        int number = 0;
        storage::incidents::ListedIncident listed;
        std::string kind;
        std::string told_by;  ///< "Complainant, witness A"
        std::string words;    ///< what happened, without what gives away somebody protected
    };
    std::vector<Numbered> schedule;  ///< oldest first
    struct Exhibit {
        std::string label;  ///< "DS1"
        domain::files::ReceivedFile file;
        std::string words;  ///< what it is, without what gives away somebody protected
    };
    std::vector<Exhibit> exhibits;
    struct Witness {
        std::string label;  ///< a name, or "Witness A" for somebody who is never named
        std::string part;
        bool is_anonymous = false;
    };
    std::vector<Witness> witnesses;
    struct Action {
        storage::legal_actions::ListedAction listed;
        std::string label;
        std::string order;
    };
    std::vector<Action> actions;
    std::vector<domain::orders::Service> served;
    struct DraftTerm {
        int position = 0;
        std::string words;
        bool power_of_arrest = false;
    };
    std::vector<DraftTerm> terms;       ///< of the newest order with clauses
    std::vector<std::string> left_out;  ///< sentences
    /// What may give somebody away and was not taken out: to be read before it leaves. Sentences.
    std::vector<std::string> to_check;
    int incidents_on_file = 0;
};
constexpr int incidents_in_a_bundle = 500;
/// Every incident goes through the check before anything leaves (domain/outbound/check.h): the names of
/// people who are never named, and everybody's address and numbers, are taken out of what was written down;
/// where that is not enough, its words are left out as a whole. Logged as an export of protected data.
Expected<BundleView> view_bundle(Context& context, std::string_view reference);
/// The same as a document, with exhibits by their labels.
documents::Report bundle_report(BundleView const& view, Settings const& settings, Instant now);

}  // namespace doorstep::usecases::orders
