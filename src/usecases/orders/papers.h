#pragma once

#include <string>
#include <string_view>

#include "base/expected.h"
#include "domain/wording/merge.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"
#include "usecases/messages/write_letter.h"
#include "usecases/papers/paper_file.h"

/// Papers of a legal action: letters and notices to people, and the draft of a statement for the court. Their
/// words are in content/letters, with the landlord's own versions; what stands in their fields is on file.
namespace doorstep::usecases::orders {

struct PaperFormView {
    LegalActionId action;
    std::string action_label;
    messages::LetterFormView form;
};
Expected<PaperFormView> view_paper_form(Context& context, std::string_view reference,
                                        std::string_view action);

/// A draft on the case, which goes through the check before it leaves like every letter. Refused: a field
/// that has nothing on file yet ("wording-field-empty"), with what to record first; what
/// messages::write_letter_of_action() refuses.
Expected<MessageId> write_paper(Context& context, std::string_view action,
                                messages::WriteLetter const& input);

struct StatementView {
    cases::CaseHeader header;
    LegalActionId action;
    std::string action_label;
    std::vector<std::string> to_check;
    std::vector<std::string> left_out;
    documents::Report report;
};
/// The draft of the statement of whoever is signed in, with the schedule of incidents and the exhibits as in
/// the bundle: all of it went through the check.
Expected<StatementView> view_statement(Context& context, std::string_view reference, std::string_view action);

struct MakeStatement {
    std::string reference;
    std::string action;
    std::string check_reason;
};
/// As a Word document. Refused as make_bundle() is.
Expected<papers::MadeFile> make_statement(Context& context, MakeStatement const& input);

}  // namespace doorstep::usecases::orders
