#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/files/received_file.h"
#include "storage/incidents.h"
#include "storage/legal_actions.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"

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
    };
    std::vector<Numbered> schedule;  ///< oldest first
    struct Exhibit {
        std::string label;  ///< "DS1"
        domain::files::ReceivedFile file;
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
    int incidents_on_file = 0;
};
constexpr int incidents_in_a_bundle = 500;
/// Logged as an export of protected data.
Expected<BundleView> view_bundle(Context& context, std::string_view reference);

}  // namespace doorstep::usecases::orders
