#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/files/received_file.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"

/// Files of a case (C12): what came in, when, from whom, and who read or heard it first (M-72). The originals
/// are in the vault under their hash and never change.
namespace doorstep::usecases::evidence {

struct AddEvidence {
    std::string reference;
    std::string description;  ///< a content note: what is in it, before anybody opens it
    domain::people::Side side = domain::people::Side::reporting;
    std::vector<domain::files::ReceivedFile> files;  ///< in the vault already
};
/// Refused: no file, nothing said of what is in it.
Expected<Done> add_evidence(Context& context, AddEvidence const& input);

struct EvidenceView {
    cases::CaseHeader header;
    struct Item {
        domain::files::ReceivedFile file;
        std::string received_by;  ///< name; empty for a resident
        std::string opened_by;    ///< name; empty while nobody opened it
    };
    std::vector<Item> items;  ///< newest first
    int page = 1;
    int pages = 1;
};
/// A page of 25.
Expected<EvidenceView> view_evidence(Context& context, std::string_view reference, int page);
/// One of them.
Expected<EvidenceView> view_one(Context& context, std::string_view reference, std::string_view id);
/// For adding: no items.
Expected<EvidenceView> view_evidence_form(Context& context, std::string_view reference);

}  // namespace doorstep::usecases::evidence
