"""pyhanko_judge.py FOLDER MOMENT: one line a file as Judge.java writes them. pyHanko reads PDF and CMS, and leaves XML alone."""

import asyncio
import hashlib
import sys
from datetime import datetime
from pathlib import Path

from asn1crypto import cms, crl, pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import ades
from pyhanko.sign.validation.policy_decl import (
    LocalKnowledge,
    PdfSignatureValidationSpec,
    SignatureValidationSpec,
)
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.ltv.types import ValidationTimingInfo
from pyhanko_certvalidator.policy_decl import (
    REQUIRE_REVINFO,
    CertRevTrustPolicy,
)
from pyhanko_certvalidator.registry import SimpleTrustManager
from pyhanko_certvalidator.revinfo.archival import CRLContainer


def octets(file):
    read = file.read_bytes()
    return pem.unarmor(read)[2] if pem.detect(read) else read


def knowledge(folder):
    def read(name, kind):
        return [kind.load(octets(f)) for f in sorted((folder / name).iterdir())]

    anchors = read("anchors", x509.Certificate)
    known = LocalKnowledge(
        known_crls=[CRLContainer(c) for c in read("lists", crl.CertificateList)],
        # Its judgement of the past looks for the issuers of lists among these alone, even where the issuer is the anchor.
        known_certs=read("certificates", x509.Certificate) + anchors,
    )
    policy = CertValidationPolicySpec(
        trust_manager=SimpleTrustManager.build(trust_roots=anchors),
        revinfo_policy=CertRevTrustPolicy(REQUIRE_REVINFO),
    )
    return SignatureValidationSpec(cert_validation_policy=policy, local_knowledge=known)


async def judged(file, folder, spec, timing):
    """The process of EN 319 102-1 that fits the level: pyHanko refuses a signature without a time stamp in any but the basic one."""
    if file.suffix == ".pdf":
        with file.open("rb") as stream:
            signature = PdfFileReader(stream).embedded_signatures[0]
            if "B-LTA" in file.name:
                return await ades.ades_lta_validation(signature, PdfSignatureValidationSpec(spec), timing_info=timing)
            return await by_level(file, signature.signed_data, spec, timing, signature.compute_digest())
    signed = cms.ContentInfo.load(octets(file))["content"]
    beside = folder / "beside" / file.name
    contents = sorted(beside.iterdir()) if beside.exists() else []
    raw = hashlib.sha256(contents[0].read_bytes()).digest() if contents else None
    return await by_level(file, signed, spec, timing, raw)


async def by_level(file, signed, spec, timing, raw):
    process = ades.ades_basic_validation if "B-B" in file.name else ades.ades_with_time_validation
    return await process(signed, spec, timing_info=timing, raw_digest=raw)


async def main(folder, moment):
    at = datetime.fromisoformat(moment.replace("Z", "+00:00"))
    timing = ValidationTimingInfo(validation_time=at, best_signature_time=at, point_in_time_validation=True)
    for file in sorted((folder / "files").iterdir()):
        if file.suffix == ".xml":
            continue
        try:
            result = await judged(file, folder, knowledge(folder), timing)
            said = result.ades_subindic
            print(file.name, said.status.name, said.name, "", sep="\t")
        except Exception as error:
            print(file.name, "refused", f"{type(error).__name__}: {error}".replace("\n", " "), "", sep="\t")


asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
