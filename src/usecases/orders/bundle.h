#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "documents/report/report.h"
#include "domain/files/received_file.h"
#include "domain/outbound/check.h"
#include "storage/incidents.h"
#include "storage/legal_actions.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"
#include "usecases/papers/paper_file.h"
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
    struct Line {
        Date on;
        std::string words;
    };
    std::vector<Line> chronology;  ///< incidents, warnings and other steps, legal action, service
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
    std::vector<std::string> named;  ///< on purpose, in terms that forbid contact. Sentences.
    int incidents_on_file = 0;
    /// Who is hidden from whoever reads it, for what is added to it.
    domain::outbound::Facts facts;
};
constexpr int incidents_in_a_bundle = 500;
constexpr int interventions_in_a_bundle = 200;
/// All that was written down goes through the check before anything leaves (usecases/outbound/leaving.h): the
/// names of people who are never named, and everybody's address and numbers, are taken out. Logged as an
/// export of protected data.
Expected<BundleView> view_bundle(Context& context, std::string_view reference);
/// The schedule of incidents, the exhibits and the witnesses alone, for who may work on legal action.
Expected<BundleView> view_schedule(Context& context, std::string_view reference);
/// The same as a document, with exhibits by their labels.
documents::Report bundle_report(BundleView const& view, Settings const& settings, Instant now);

/// Its schedule of incidents and its exhibits, for other papers.
documents::ReportSection schedule_section(BundleView const& view, std::string number);
documents::ReportSection exhibits_section(BundleView const& view, std::string number);

/// Something of a case for the court, about to leave.
struct CourtPaper {
    documents::Report const* report = nullptr;
    std::string name;
    papers::PaperFormat format{};
    std::string subject;  ///< id of the case or the action
    std::vector<std::string> const& to_check;
    std::string const& check_reason;
};
/// The file, as it leaves. Refused while the check finds what may give somebody away and no reason says why
/// it may go ("outbound-caution", field check-reason). Which format and why is an event of the case.
Expected<papers::MadeFile> make_court_paper(Context& context, CaseFileId file, CourtPaper const& paper);

struct MakeBundle {
    std::string reference;
    papers::PaperFormat format{};
    std::string check_reason;
};
Expected<papers::MadeFile> make_bundle(Context& context, MakeBundle const& input);

}  // namespace doorstep::usecases::orders
