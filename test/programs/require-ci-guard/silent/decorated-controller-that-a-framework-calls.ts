import { Controller, Post } from '@nestjs/common'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

@Controller('maintenance')
export class MaintenanceController {
  @Post('purge')
  async purge() {
    await prisma.session.deleteMany()
  }
}
